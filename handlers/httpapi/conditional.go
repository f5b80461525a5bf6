package httpapi

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"reflect"

	"github.com/danielgtaylor/huma/v2"
)

// Encoded is a value that was encoded to JSON once, to take its entity tag, and is not encoded again. In the OpenAPI document it is a T.
type Encoded[T any] struct{ bytes []byte }

// Schema describes Encoded as what was encoded.
func (Encoded[T]) Schema(registry huma.Registry) *huma.Schema {
	return registry.Schema(reflect.TypeFor[T](), true, "")
}

// MarshalJSON returns the bytes as they are.
func (e Encoded[T]) MarshalJSON() ([]byte, error) { return e.bytes, nil }

func (e Encoded[T]) encoded() []byte { return e.bytes }

// Conditional answers a GET with an entity tag, or with 304 when the client already has it. It is an output rather than an error, because
// huma would answer an error with a problem and drop the tag.
type Conditional[T any] struct {
	Status int
	ETag   string `header:"ETag"`
	Vary   string `header:"Vary"`
	Body   Encoded[T]
}

// NewConditional encodes value and compares its tag with the If-None-Match header, which may be empty. The tag is a digest of the bytes: two
// answers with one tag are the same to the last byte.
func NewConditional[T any](value T, ifNoneMatch string, matches func(ifNoneMatch, tag string) bool) (*Conditional[T], error) {
	var buffer bytes.Buffer
	if err := encodeJSON(&buffer, value); err != nil {
		return nil, fmt.Errorf("encoding an answer: %w", err)
	}
	const tagOctets = 16
	digest := sha256.Sum256(buffer.Bytes())
	answer := &Conditional[T]{
		Status: http.StatusOK,
		ETag:   `"` + base64.RawURLEncoding.EncodeToString(digest[:tagOctets]) + `"`,
		Vary:   "Cookie",
		Body:   Encoded[T]{buffer.Bytes()},
	}
	if matches(ifNoneMatch, answer.ETag) {
		answer.Status, answer.Body = http.StatusNotModified, Encoded[T]{}
	}
	return answer, nil
}

// jsonFormat reads strictly what encoding/json reads and writes without escaping letters of HTML, since nothing here is put into a page.
var jsonFormat = huma.Format{
	Marshal: func(w io.Writer, v any) error {
		if known, ok := v.(interface{ encoded() []byte }); ok {
			_, err := w.Write(known.encoded())
			return err
		}
		return encodeJSON(w, v)
	},
	Unmarshal: json.Unmarshal,
}

func encodeJSON(w io.Writer, v any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(v)
}
