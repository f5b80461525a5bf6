// Package papertest reads sheets back in tests, with a program that shares nothing with what draws them.
package papertest

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Pages returns the text of each page of a document, as poppler's pdftotext reads it.
func Pages(t testing.TB, content []byte) []string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "sheet.pdf")
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(t.Context(), "pdftotext", "-layout", file, "-")
	var complaints bytes.Buffer
	command.Stderr = &complaints
	text, err := command.Output()
	if err != nil || complaints.Len() > 0 {
		t.Fatalf("reading a sheet with pdftotext, which ./scripts/debian.sh poppler-utils pdftotext installs: %v %s", err, complaints.String())
	}
	return strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
}
