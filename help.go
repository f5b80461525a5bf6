package main

import (
	"bytes"
	"strings"

	"github.com/alecthomas/kong"
)

// kongWords are the words kong writes around our own ones.
var kongWords = strings.NewReplacer(
	"Usage: ", "Usage : ",
	"\nArguments:\n", "\nArguments :\n",
	"\nFlags:\n", "\nOptions :\n",
	"\nCommands:\n", "\nCommandes :\n",
	"<command>", "<commande>",
	"[flags]", "[options]",
	` --help" for more information on a command.`, ` --help" en dit plus sur une commande.`,
	` --help" for more information.`, ` --help" en dit plus.`,
	`Run "`, `"`,
)

// frenchHelp prints kong's help with kong's own words in French.
func frenchHelp(options kong.HelpOptions, ctx *kong.Context) error {
	var page bytes.Buffer
	out := ctx.Stdout
	ctx.Stdout = &page
	err := kong.DefaultHelpPrinter(options, ctx)
	ctx.Stdout = out
	if err != nil {
		return err
	}
	_, err = kongWords.WriteString(out, page.String())
	return err
}
