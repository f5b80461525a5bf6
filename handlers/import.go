package handlers

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gofiber/fiber/v2"
	"github.com/valyala/fasthttp"

	"github.com/maillage-dime/maillage/models/exchange"
	"github.com/maillage-dime/maillage/models/sheets"
)

// importsPath is where files are sent to as they are: the only path on which bodies need not be text.
const importsPath = "/api/imports"

// largestFile is what is read of a file: a little more than is accepted, so that one too large gets a sentence.
const largestFile = sheets.MostBytes + 64<<10

// largeBodies are the paths on which bodies may be larger than [largestBody], and how large: those of files.
var largeBodies = map[string]int{importsPath: largestFile, "/api" + schoolHolidaysPath: largestHolidays}

// allowFiles lets the bodies of files be as large as files are, and no others.
func allowFiles(app *fiber.App) {
	app.Server().HeaderReceived = func(header *fasthttp.RequestHeader) fasthttp.RequestConfig {
		if string(header.Method()) == http.MethodPost {
			return fasthttp.RequestConfig{MaxRequestBodySize: largeBodies[string(header.RequestURI())]}
		}
		return fasthttp.RequestConfig{}
	}
}

func isFile(method, uri string) bool { return method == http.MethodPost && uri == importsPath }

// Language is the language in which a client wants the sentences about a file.
type Language struct {
	AcceptLanguage string `header:"Accept-Language"`
}

func (l Language) language() exchange.Language {
	if strings.HasPrefix(strings.ToLower(l.AcceptLanguage), string(exchange.English)) {
		return exchange.English
	}
	return exchange.French
}

// ImportPath names an import.
type ImportPath struct {
	ID identifier `path:"id"`
}

type startImportInput struct {
	FileName string `header:"X-File-Name" maxLength:"900" doc:"The name of the file, percent-encoded."`
	RawBody  []byte `contentType:"application/octet-stream"`
}

type importRowsInput struct {
	ImportPath
	Language
	Sheet  int    `query:"sheet" minimum:"0" maximum:"100" doc:"Position among the sheets of the import."`
	State  string `query:"state" enum:"created,changed,unchanged,refused,asked,skipped" doc:"Only rows of this state."`
	Offset int    `query:"offset" minimum:"0" maximum:"50000"`
	Limit  int    `query:"limit" minimum:"1" maximum:"500" default:"100"`
}

type decideImportInput struct {
	ImportPath
	Body decisionsJSON
}

type importFileInput struct {
	ImportPath
	Language
}

// fileOutput is a file for the browser to keep.
type fileOutput struct {
	ContentType        string `header:"Content-Type"`
	ContentDisposition string `header:"Content-Disposition"`
	Body               []byte
}

const (
	workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	textType     = "text/csv; charset=utf-8"
)

func fileNamed(name, contentType string, content []byte) *fileOutput {
	return &fileOutput{ContentType: contentType, ContentDisposition: `attachment; filename="` + name + `"`, Body: content}
}

// imports registers the operations about files.
func (a *API) imports() {
	start := answering(http.StatusCreated, post("/imports", "startImport", "Read a file and say what importing it would do"))
	start.MaxBodyBytes = largestFile
	start.RequestBody = &huma.RequestBody{}
	signedIn(a, start, a.startImport)
	// A file with nothing in it is a file all the same, which is told as what is wrong with it.
	start.RequestBody.Required = false
	signedIn(a, get("/imports/{id}", "readImport", "What importing a file would do"), a.readImport)
	signedIn(a, get("/imports/{id}/rows", "readImportRows", "The rows of a sheet, those that need somebody first"), a.readImportRows)
	signedIn(a, put("/imports/{id}/decisions", "decideImport", "Say what sheets, columns, names and rows are"), a.decideImport)
	signedIn(a, post("/imports/{id}/commit", "commitImport", "Import the accepted rows, all or none"), a.commitImport)
	signedIn(a, post("/imports/{id}/undo", "undoImport", "Take an import back"), a.undoImport)
	signedIn(a, describeFile(get("/imports/{id}/refused.xlsx", "refusedRows", "The rows that are not imported, with their reasons"), workbookType), a.refusedRows)
	signedIn(a, describeFile(get("/export.xlsx", "exportWorkbook", "The whole house as a workbook"), workbookType), a.exportWorkbook)
	signedIn(a, describeFile(get("/import-model.xlsx", "importModel", "The workbook to be filled in"), workbookType), a.importModel)
	for _, list := range recordLists {
		operation := describeFile(get("/records/"+list.word+".csv", list.id, "The same records as CSV"), textType)
		signedIn(a, operation, func(ctx context.Context, who caller, _ *nothing) (*fileOutput, error) {
			content, err := exchange.ListFile(ctx, a.Store, who.actor, list.sheet)
			if err != nil {
				return nil, err
			}
			return fileNamed(list.sheet+".csv", textType, content), nil
		})
	}
}

// recordLists are the kinds of record that can be taken as CSV, and the sheets of the workbook they are.
var recordLists = []struct{ word, id, sheet string }{
	{"place", "placesFile", "places"},
	{"room", "roomsFile", "rooms"},
	{"team", "teamsFile", "teams"},
	{"professional", "professionalsFile", "professionals"},
	{"child", "childrenFile", "children"},
	{"group", "groupsFile", "groups"},
	{"need", "needsFile", "needs"},
	{"duty", "dutiesFile", "duties"},
	{"recurring_meeting", "recurringMeetingsFile", "meetings"},
	{"absence", "absencesFile", "absences"},
	{"partner", "partnersFile", "partners"},
	{"closed_day", "closedDaysFile", "closed_days"},
	{"travel", "travelFile", "travel"},
}

// describeFile documents an operation whose answer is a file.
func describeFile(operation huma.Operation, contentType string) huma.Operation {
	operation.Responses = map[string]*huma.Response{"200": {
		Description: "A file.",
		Content:     map[string]*huma.MediaType{contentType: {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}}},
	}}
	return operation
}

func (a *API) startImport(ctx context.Context, who caller, input *startImportInput) (*answer[importJSON], error) {
	name, err := url.PathUnescape(input.FileName)
	if err != nil {
		name = ""
	}
	started, err := exchange.Start(ctx, a.Store, who.actor, name, input.RawBody)
	if err != nil {
		return nil, err
	}
	return answerWith(encodeImport(started)), nil
}

func (a *API) readImport(ctx context.Context, who caller, input *ImportPath) (*answer[importJSON], error) {
	found, err := exchange.Find(ctx, a.Store, who.actor, string(input.ID))
	if err != nil {
		return nil, err
	}
	return answerWith(encodeImport(found)), nil
}

func (a *API) decideImport(ctx context.Context, who caller, input *decideImportInput) (*answer[importJSON], error) {
	found, err := exchange.Decide(ctx, a.Store, who.actor, string(input.ID), decodeDecisions(input.Body))
	if err != nil {
		return nil, err
	}
	return answerWith(encodeImport(found)), nil
}

func (a *API) commitImport(ctx context.Context, who caller, input *ImportPath) (*answer[importJSON], error) {
	done, err := exchange.Commit(ctx, a.Store, who.actor, string(input.ID))
	if err != nil {
		return nil, err
	}
	return answerWith(encodeImport(done)), nil
}

func (a *API) undoImport(ctx context.Context, who caller, input *ImportPath) (*nothing, error) {
	return nil, a.Store.UndoImport(ctx, who.actor, string(input.ID))
}

func (a *API) refusedRows(ctx context.Context, who caller, input *importFileInput) (*fileOutput, error) {
	found, err := exchange.Find(ctx, a.Store, who.actor, string(input.ID))
	if err != nil {
		return nil, err
	}
	content, err := found.RefusedFile(input.language())
	if err != nil {
		return nil, err
	}
	return fileNamed("lignes-refusees.xlsx", workbookType, content), nil
}

func (a *API) exportWorkbook(ctx context.Context, who caller, _ *nothing) (*fileOutput, error) {
	content, err := exchange.Export(ctx, a.Store, who.actor)
	if err != nil {
		return nil, err
	}
	return fileNamed("maillage.xlsx", workbookType, content), nil
}

func (a *API) importModel(ctx context.Context, who caller, _ *nothing) (*fileOutput, error) {
	content, err := exchange.EmptyWorkbook(ctx, a.Store, who.actor)
	if err != nil {
		return nil, err
	}
	return fileNamed("maillage-modele.xlsx", workbookType, content), nil
}

func (a *API) readImportRows(ctx context.Context, who caller, input *importRowsInput) (*answer[importRowsJSON], error) {
	found, err := exchange.Find(ctx, a.Store, who.actor, string(input.ID))
	if err != nil {
		return nil, err
	}
	answered := importRowsJSON{Rows: []importRowJSON{}}
	if input.Sheet >= len(found.Preview.Sheets) {
		return answerWith(answered), nil
	}
	sheet := &found.Preview.Sheets[input.Sheet]
	rows := sheet.Urgent()
	if input.State != "" {
		rows = slices.DeleteFunc(rows, func(row *exchange.Row) bool { return string(row.State) != input.State })
	}
	answered.Total = len(rows)
	rows = rows[min(input.Offset, len(rows)):]
	for _, row := range rows[:min(input.Limit, len(rows))] {
		answered.Rows = append(answered.Rows, encodeImportRow(sheet, row, input.language()))
	}
	return answerWith(answered), nil
}
