package exchange

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/sheets"
)

// Import is a file that was sent, what it would do, and what was decided about it.
type Import struct {
	ID        string
	FileName  string
	State     models.ImportState
	File      models.FileImport
	Preview   Preview
	Decisions Decisions
}

// Start reads a file, says what importing it would do and keeps both for an hour. Nothing is imported.
func Start(ctx context.Context, store *models.Store, actor models.Actor, name string, content []byte) (*Import, error) {
	made := &Import{FileName: name, State: models.ImportPreview}
	if err := made.look(ctx, store, actor, content); err != nil {
		return nil, err
	}
	file, err := made.file(content)
	if err != nil {
		return nil, err
	}
	if made.File, err = store.KeepImport(ctx, actor, file); err != nil {
		return nil, err
	}
	made.ID, made.FileName = made.File.ID, made.File.FileName
	return made, nil
}

// Find returns an import that was started less than an hour ago.
func Find(ctx context.Context, store *models.Store, actor models.Actor, id string) (*Import, error) {
	file, err := store.ReadImport(ctx, actor, id)
	if err != nil {
		return nil, err
	}
	found := &Import{ID: file.ID, FileName: file.FileName, State: file.State, File: file}
	if err := errors.Join(json.Unmarshal(file.Preview, &found.Preview), json.Unmarshal(file.Decisions, &found.Decisions)); err != nil {
		return nil, err
	}
	return found, nil
}

// Decide looks at the file of an import again with other decisions.
func Decide(ctx context.Context, store *models.Store, actor models.Actor, id string, decisions Decisions) (*Import, error) {
	found, err := Find(ctx, store, actor, id)
	if err != nil {
		return nil, err
	}
	found.Decisions = decisions
	if err := found.look(ctx, store, actor, found.File.Content); err != nil {
		return nil, err
	}
	file, err := found.file(found.File.Content)
	if err != nil {
		return nil, err
	}
	file.ID = id
	return found, store.DecideImport(ctx, actor, file)
}

// Commit writes the accepted rows of an import, all or none. It is stale when a record of the house moved since the preview.
func Commit(ctx context.Context, store *models.Store, actor models.Actor, id string) (*Import, error) {
	found, err := Find(ctx, store, actor, id)
	if err != nil {
		return nil, err
	}
	if found.State != models.ImportPreview {
		return nil, models.Conflict("import_done", nil)
	}
	shown := found.Preview
	if err := found.look(ctx, store, actor, found.File.Content); err != nil {
		return nil, err
	}
	if found.Preview.Version != shown.Version {
		return nil, models.Stale(nil)
	}
	if err := store.CommitImport(ctx, actor, id, found.Preview.Batch(store), found.mappings()); err != nil {
		return nil, err
	}
	found.State = models.ImportDone
	return found, nil
}

// look reads the content and compares it with the house as it stands.
func (i *Import) look(ctx context.Context, store *models.Store, actor models.Actor, content []byte) error {
	mappings, err := store.ImportMappings(ctx, actor)
	if err != nil {
		return err
	}
	book, err := sheets.Read(content)
	if err != nil {
		return unreadable(err)
	}
	house, err := ReadHouse(ctx, store, actor)
	if err != nil {
		return err
	}
	preview, err := Look(house, book, mappingsOf(mappings), &i.Decisions)
	if err != nil {
		return unreadable(err)
	}
	i.Preview = *preview
	return nil
}

func (i *Import) file(content []byte) (models.FileImport, error) {
	preview, err := json.Marshal(&i.Preview)
	if err != nil {
		return models.FileImport{}, err
	}
	decisions, err := json.Marshal(&i.Decisions)
	return models.FileImport{FileName: i.FileName, Content: content, Preview: preview, Decisions: decisions, Version: i.Preview.Version}, err
}

// unreadable turns an issue of a file into a refusal of the store's kind, with its sentence in each language.
func unreadable(err error) error {
	issue, ok := errors.AsType[*sheets.Issue](err)
	if !ok {
		return err
	}
	return &models.Error{Code: models.CodeInvalid, Key: "file_unreadable", Args: map[string]any{
		"reason": issue.Key, string(French): Say(French, issue.Key, issue.Args), string(English): Say(English, issue.Key, issue.Args),
	}}
}

func mappingsOf(rows []models.ImportMapping) Mappings {
	m := Mappings{Sheets: map[string]string{}, Columns: map[string]map[string]string{}}
	for _, row := range rows {
		if row.Sheet == "" {
			m.Sheets[row.Header] = row.Meaning
			continue
		}
		if m.Columns[row.Sheet] == nil {
			m.Columns[row.Sheet] = map[string]string{}
		}
		m.Columns[row.Sheet][row.Header] = row.Meaning
	}
	return m
}

// mappings are what was decided about sheets and columns, to be remembered.
func (i *Import) mappings() []models.ImportMapping {
	mappings := []models.ImportMapping{}
	for name, id := range i.Decisions.Sheets {
		if header := sheets.Fold(name); header != "" && id != "" {
			mappings = append(mappings, models.ImportMapping{Header: header, Meaning: id})
		}
	}
	for name, columns := range i.Decisions.Columns {
		at := slices.IndexFunc(i.Preview.Sheets, func(s SheetPreview) bool { return s.Name == name })
		if at < 0 {
			continue
		}
		for header, column := range columns {
			if folded := sheets.Fold(header); folded != "" {
				mappings = append(mappings, models.ImportMapping{Sheet: i.Preview.Sheets[at].Sheet, Header: folded, Meaning: column})
			}
		}
	}
	return mappings
}

// reasonTitles head the column of reasons in the file that is given back.
var reasonTitles = map[Language]string{French: "Pourquoi cette ligne est refusée", English: "Why this row is refused"}

// RefusedFile returns the rows that are not imported as a workbook, each with its reason in a last column, ready to be mended and sent again.
// It is nil when there are none.
func (i *Import) RefusedFile(language Language) ([]byte, error) {
	var pages []sheets.Page
	for s := range i.Preview.Sheets {
		if page := i.Preview.Sheets[s].refused(language); len(page.Rows) > 0 {
			pages = append(pages, page)
		}
	}
	if len(pages) == 0 {
		return nil, nil
	}
	return sheets.Write(pages)
}

func (s *SheetPreview) refused(language Language) sheets.Page {
	page := sheets.Page{Name: s.Name}
	if page.Name == "" {
		page.Name = tableOf(s.Sheet).about().Title
	}
	for _, field := range s.Fields {
		page.Columns = append(page.Columns, sheets.PageColumn{Title: field.Header, Width: 18})
	}
	page.Columns = append(page.Columns, sheets.PageColumn{Title: reasonTitles[language], Width: 70})
	for i := range s.Rows {
		row := &s.Rows[i]
		if row.State != Refused && row.State != Asked {
			continue
		}
		cells := make([]sheets.Cell, 0, len(row.Cells)+1)
		for _, cell := range row.Cells {
			cells = append(cells, sheets.TextCell(cell.Text))
		}
		page.Rows = append(page.Rows, append(cells, sheets.TextCell(s.Reason(language, row))))
	}
	return page
}

// Reason says why a row is not imported, all findings after each other.
func (s *SheetPreview) Reason(language Language, row *Row) string {
	text := ""
	for _, finding := range row.Findings {
		if finding.Note {
			continue
		}
		if text != "" {
			text += " "
		}
		text += s.Sentence(language, &finding)
	}
	return text
}

// Sentence says one finding, with the header of its column before it where the sentence does not name one.
func (s *SheetPreview) Sentence(language Language, finding *Finding) string {
	said := Say(language, finding.Key, finding.Args)
	if finding.Field < 0 || finding.Args["column"] != "" {
		return said
	}
	header := s.Fields[finding.Field].Header
	switch {
	case strings.HasPrefix(said, header+" "): // Équipe « Internat » inconnue.
		return said
	case language == English:
		return header + ": " + said
	default:
		return header + "\u00a0: " + said
	}
}
