// Package frontend carries the built browser application inside the binary.
package frontend

import "embed"

// Dist holds what `npm run build` wrote to dist/: index.html, its scripts and styles, and a .gz and a .br beside each of them.
// Before the first build it holds only a placeholder, so that the Go code always compiles.
//
//go:embed all:dist
var Dist embed.FS
