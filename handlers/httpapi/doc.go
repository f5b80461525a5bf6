// Package httpapi makes huma fit for this house on Fiber v2: it holds the six corrections without which cookies are joined, panics end the
// process, inner errors reach the client, HEAD is refused, 304 loses its entity tag and streams are held back, each in one file with its
// test. It knows neither rows nor rules.
package httpapi
