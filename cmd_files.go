package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/maillage-dime/maillage/planner"
)

// readProblem reads and compiles a problem file; "-" is the standard input. Errors name the file and every place that is wrong.
func (e *environment) readProblem(path string) (*planner.Model, error) {
	p, err := readFile(e, path, planner.ReadProblem)
	if err != nil {
		return nil, err
	}
	m, err := planner.Compile(p)
	if err != nil {
		return nil, inFile(path, err)
	}
	return m, nil
}

// readPlan reads a plan file; "-" is the standard input.
func (e *environment) readPlan(path string) (*planner.Plan, error) {
	return readFile(e, path, planner.ReadPlan)
}

// readBoth reads a problem and a plan for it.
func (e *environment) readBoth(problem, plan string) (*planner.Model, *planner.Plan, error) {
	m, err := e.readProblem(problem)
	if err != nil {
		return nil, nil, err
	}
	answer, err := e.readPlan(plan)
	return m, answer, err
}

func readFile[T any](e *environment, path string, read func(io.Reader) (T, error)) (T, error) {
	source := e.stdin
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			var none T
			return none, err
		}
		defer f.Close()
		source = f
	}
	value, err := read(source)
	if err != nil {
		var none T
		return none, inFile(path, err)
	}
	return value, nil
}

// inFile puts the file's name before each of the issues found in it.
func inFile(path string, err error) error {
	var issues planner.Issues
	if !errors.As(err, &issues) {
		return fmt.Errorf("%s: %w", path, err)
	}
	lines := make([]error, len(issues))
	for i, issue := range issues {
		lines[i] = fmt.Errorf("%s: %w", path, issue)
	}
	return errors.Join(lines...)
}

// answer writes v as JSON on the standard output.
func (e *environment) answer(v any) error {
	encoder := json.NewEncoder(e.stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	return encoder.Encode(v)
}
