// Package sheets reads and writes tables as French people keep them: Excel workbooks, and CSV in whatever encoding Excel chose.
//
// It knows files, cells and the ways in which a value can be written (8h30, 08:30, 8,5), and nothing of what the tables mean. What it cannot
// read it refuses with an [Issue]: a key and arguments, from which a sentence is made elsewhere. It never panics and never holds more in
// memory than its limits allow.
package sheets
