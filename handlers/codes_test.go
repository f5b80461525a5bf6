package handlers

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"testing"

	"github.com/maillage-dime/maillage/planner"
)

// A code the planner gains is declared to the front end, whose dictionary then has to have a sentence for it.
func TestEveryCodeOfThePlannerIsDeclared(t *testing.T) {
	t.Parallel()
	file, err := parser.ParseFile(token.NewFileSet(), "../planner/breach.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	ast.Inspect(file, func(node ast.Node) bool {
		value, ok := node.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if kind, ok := value.Type.(*ast.Ident); !ok || kind.Name != "Code" {
			return true
		}
		text, err := strconv.Unquote(value.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		found++
		if !slices.Contains(planCodes, planner.Code(text)) {
			t.Errorf("the code %q is not declared in planCodes", text)
		}
		return true
	})
	if found != len(planCodes) {
		t.Errorf("the planner has %d codes, %d are declared", found, len(planCodes))
	}
}
