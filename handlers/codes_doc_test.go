package handlers

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// sourceOf parses the files of a package that are not tests.
func sourceOf(t *testing.T, folder string) []ast.Node {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("..", folder, "*.go"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no source in %s: %v", folder, err)
	}
	var files []ast.Node
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	return files
}

// textOf returns the value of a string literal, empty for any other expression.
func textOf(e ast.Expr) string {
	if literal, ok := e.(*ast.BasicLit); ok && literal.Kind == token.STRING {
		text, _ := strconv.Unquote(literal.Value)
		return text
	}
	return ""
}

// nameOf returns the last name of an expression: Conflict of models.Conflict.
func nameOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

// saidCodes are the codes and keys that the source can give, each kind with its own.
type saidCodes struct{ codes, refusals, fields, files map[string]bool }

func (s *saidCodes) find(node ast.Node) bool {
	switch n := node.(type) {
	case *ast.CallExpr:
		switch name := nameOf(n.Fun); {
		case len(n.Args) == 0:
		case name == "Conflict" || name == "TooLarge":
			s.refusals[textOf(n.Args[0])] = true
		case name == "WithCode":
			s.codes[textOf(n.Args[0])] = true
		case name == "add" && len(n.Args) == 3:
			s.fields[textOf(n.Args[1])] = true
		}
	case *ast.AssignStmt:
		if len(n.Lhs) == 1 && nameOf(n.Lhs[0]) == "Key" {
			s.refusals[textOf(n.Rhs[0])] = true
		}
	case *ast.ValueSpec:
		s.declared(n)
	case *ast.CompositeLit:
		s.written(n)
	}
	return true
}

// declared looks at constants and at the keys of what the framework finds wrong.
func (s *saidCodes) declared(spec *ast.ValueSpec) {
	if len(spec.Values) != 1 {
		return
	}
	name, value := spec.Names[0].Name, spec.Values[0]
	switch table, isTable := value.(*ast.CompositeLit); {
	case strings.HasPrefix(name, "Code"):
		s.codes[textOf(value)] = true
	case strings.HasPrefix(name, "Key"):
		s.refusals[textOf(value)] = true
	case isTable && name == "validationKeys":
		for _, element := range table.Elts {
			key, _, _ := strings.Cut(textOf(element.(*ast.KeyValueExpr).Value), "|")
			s.fields[key] = true
		}
	case isTable && name == "sentences":
		for _, element := range table.Elts {
			s.files[textOf(element.(*ast.KeyValueExpr).Key)] = true
		}
	}
}

// written looks at errors that are made on the spot.
func (s *saidCodes) written(literal *ast.CompositeLit) {
	values := map[string]string{}
	for _, element := range literal.Elts {
		if pair, ok := element.(*ast.KeyValueExpr); ok {
			values[nameOf(pair.Key)] = textOf(pair.Value)
		}
	}
	switch _, refusal := values["Code"]; {
	case nameOf(literal.Type) == "Error" && refusal:
		s.refusals[values["Key"]] = true
	case nameOf(literal.Type) == "Error", nameOf(literal.Type) == "FieldError", nameOf(literal.Type) == "FieldProblem":
		s.fields[values["Key"]] = true
	}
}

var quoted = regexp.MustCompile("`([a-z_.]+)`")

// documented returns what a section of the page of codes names in the column given, from 0; -1: anywhere.
func documented(page, title string, column int) map[string]bool {
	_, section, _ := strings.Cut(page, "\n## "+title+"\n")
	section, _, _ = strings.Cut(section, "\n## ")
	names := map[string]bool{}
	for line := range strings.Lines(section) {
		if column >= 0 {
			cells := strings.Split(line, "|")
			if len(cells) < column+2 {
				continue
			}
			line = cells[column+1]
		}
		for _, found := range quoted.FindAllStringSubmatch(line, -1) {
			names[found[1]] = true
		}
	}
	return names
}

// Every code and key that the program can answer with stands on the page of codes, and nothing else does.
func TestThePageOfCodesAndTheSourceAgree(t *testing.T) {
	t.Parallel()
	said := saidCodes{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, folder := range []string{"models", "models/school", "handlers", "handlers/httpapi"} {
		for _, file := range sourceOf(t, folder) {
			ast.Inspect(file, said.find)
		}
	}
	files := saidCodes{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, file := range sourceOf(t, "models/exchange") {
		ast.Inspect(file, files.find)
	}
	content, err := os.ReadFile("../docs/errors.md")
	if err != nil {
		t.Fatal(err)
	}
	for code := range said.codes { // a refusal without a finer name has its code as key
		delete(said.refusals, code)
	}
	page := string(content)
	for key := range documented(page, "Refusals nobody reads", 0) {
		delete(said.refusals, key)
	}
	for _, kind := range []struct {
		title  string
		column int
		said   map[string]bool
	}{
		{"Answers of the server", 1, said.codes},
		{"Refusals by name", 0, said.refusals},
		{"Wrong values", -1, said.fields},
		{"Files that are imported", -1, files.files},
	} {
		delete(kind.said, "")
		known := documented(page, kind.title, kind.column)
		for _, code := range slices.Sorted(maps.Keys(kind.said)) {
			if !known[code] {
				t.Errorf("%s: %q is not documented", kind.title, code)
			}
		}
		for _, code := range slices.Sorted(maps.Keys(known)) {
			if !kind.said[code] {
				t.Errorf("%s: nothing says %q", kind.title, code)
			}
		}
	}
}

// Whoever meets a refusal reads a sentence made for it, in both languages.
func TestEveryRefusalHasASentence(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("../docs/errors.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"fr", "en"} {
		dictionary, err := os.ReadFile("../frontend/src/lib/i18n/messages/" + language + "/common.ts")
		if err != nil {
			t.Fatal(err)
		}
		for key := range documented(string(content), "Refusals by name", 0) {
			text := string(dictionary)
			if !strings.Contains(text, "\n      "+key+":") && !strings.Contains(text, "\n      '"+key+"':") {
				t.Errorf("%s: no sentence for %s", language, key)
			}
		}
	}
}
