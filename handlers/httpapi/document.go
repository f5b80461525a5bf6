package httpapi

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// Document returns the OpenAPI 3.1 document of api, indented, the same bytes for the same operations. Call it once all operations are
// registered.
func Document(api huma.API) ([]byte, error) {
	registry := api.OpenAPI().Components.Schemas
	declareNullableObjects(registry)
	declareNullableEnums(registry)
	compact, err := json.Marshal(api.OpenAPI())
	if err != nil {
		return nil, fmt.Errorf("writing the OpenAPI document: %w", err)
	}
	var document bytes.Buffer
	if err := json.Indent(&document, compact, "", "  "); err != nil {
		return nil, fmt.Errorf("indenting the OpenAPI document: %w", err)
	}
	document.WriteByte('\n')
	return document.Bytes(), nil
}

// schemaName names a schema after its Go type, without the suffix that marks wire types.
func schemaName(t reflect.Type, hint string) string {
	return strings.TrimSuffix(huma.DefaultSchemaNamer(t, hint), "JSON")
}

// declareNullableObjects says « null » of every field that is a pointer to a struct and is always written. huma can say it of scalars only.
func declareNullableObjects(registry huma.Registry) {
	for name, schema := range registry.Map() {
		t := registry.TypeFromRef("#/components/schemas/" + name)
		if t == nil || t.Kind() != reflect.Struct {
			continue
		}
		for _, field := range reflect.VisibleFields(t) {
			name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
			property := schema.Properties[name]
			if property == nil || property.Ref == "" || field.Type.Kind() != reflect.Pointer || strings.Contains(options, "omit") {
				continue
			}
			schema.Properties[name] = &huma.Schema{
				Description: property.Description,
				AnyOf:       []*huma.Schema{{Ref: property.Ref}, {Type: "null"}},
			}
		}
	}
}

// declareNullableEnums adds null to the values of fields that may be null: a list of values without it would forbid it.
func declareNullableEnums(registry huma.Registry) {
	for _, schema := range registry.Map() {
		for _, property := range schema.Properties {
			if property.Nullable && len(property.Enum) > 0 && !slices.Contains(property.Enum, nil) {
				property.Enum = append(property.Enum, nil)
			}
		}
	}
}
