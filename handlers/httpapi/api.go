package httpapi

import (
	"sync"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humafiber"
	"github.com/danielgtaylor/huma/v2/validation"
	"github.com/gofiber/fiber/v2"
)

// Options names the interface in its OpenAPI document.
type Options struct {
	Title, Version, Description string
	Prefix                      string // path under which all operations live, e.g. /api
}

// New returns a huma API whose operations live under options.Prefix of app. It answers every refusal with a [Problem], answers HEAD wherever
// GET is answered, sends several cookies as several headers, and serves no document of its own: see [Document].
func New(app *fiber.App, options Options) huma.API {
	processWide()
	const schemas = "#/components/schemas/"
	config := huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI:    "3.1.0",
			Info:       &huma.Info{Title: options.Title, Version: options.Version, Description: options.Description},
			Components: &huma.Components{Schemas: huma.NewMapRegistry(schemas, schemaName)},
			Servers:    []*huma.Server{{URL: options.Prefix}},
		},
		Formats:                      map[string]huma.Format{"application/json": jsonFormat, "json": jsonFormat},
		DefaultFormat:                "application/json",
		RejectUnknownQueryParameters: true,
	}
	api := humafiber.NewWithGroup(app, headRouter{app.Group(options.Prefix)}, config)
	api.UseMiddleware(separateCookies)
	return api
}

// processWide sets what huma keeps in package variables. They are the same for every API of the process.
var processWide = sync.OnceFunc(func() {
	huma.DefaultArrayNullable = false
	huma.ValidateStrictCasing = true
	huma.NewError = func(status int, message string, errs ...error) huma.StatusError {
		return problemOf(status, message, errs)
	}
	huma.NewErrorWithContext = func(_ huma.Context, status int, message string, errs ...error) huma.StatusError {
		return problemOf(status, message, errs)
	}
	for text, key := range validationKeys {
		*text = key
	}
})

// validationKeys replaces huma's English sentences with keys and arguments, because texts are made where the language of the reader is known.
var validationKeys = map[*string]string{
	&validation.MsgUnexpectedProperty:            "unknown_field",
	&validation.MsgExpectedRequiredProperty:      "required|name=%s",
	&validation.MsgExpectedRFC3339Date:           "not_a_date",
	&validation.MsgExpectedRFC3339DateTime:       "not_a_date_time",
	&validation.MsgExpectedBoolean:               "not_a_boolean",
	&validation.MsgExpectedNumber:                "not_a_number",
	&validation.MsgExpectedInteger:               "not_an_integer",
	&validation.MsgExpectedString:                "not_a_string",
	&validation.MsgExpectedArray:                 "not_a_list",
	&validation.MsgExpectedObject:                "not_an_object",
	&validation.MsgExpectedArrayItemsUnique:      "repeated_item",
	&validation.MsgExpectedOneOf:                 "not_one_of|allowed=%s",
	&validation.MsgExpectedMinimumNumber:         "too_small|minimum=%v",
	&validation.MsgExpectedMaximumNumber:         "too_large|maximum=%v",
	&validation.MsgExpectedNumberBeMultipleOf:    "not_a_multiple|of=%v",
	&validation.MsgExpectedMinLength:             "too_short|minimum=%d",
	&validation.MsgExpectedMaxLength:             "too_long|maximum=%d",
	&validation.MsgExpectedBePattern:             "wrong_form|form=%s",
	&validation.MsgExpectedMatchPattern:          "wrong_form|form=%s",
	&validation.MsgExpectedMinItems:              "too_few_items|minimum=%d",
	&validation.MsgExpectedMaxItems:              "too_many_items|maximum=%d",
	&validation.MsgExpectedMatchAtLeastOneSchema: "wrong_form",
}
