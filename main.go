// Command maillage plans the week of a dispositif intégré: it serves the application and answers planning questions on the command line.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"
	_ "time/tzdata" // houses overseas, and machines without zone files

	"github.com/alecthomas/kong"
)

// version is what the sign-in page, the OpenAPI document and calendars name.
const version = "0.1.0"

// Exit codes of the command line: the answer is yes, the answer is no, there is no answer because something is wrong.
const (
	exitFine = iota
	exitNo
	exitWrong
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // the first signal ends the work in good order, a second one ends the process
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr, time.Now))
}

// environment is what a command may touch of the world.
type environment struct {
	ctx    context.Context
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	now    func() time.Time
}

// commands is the whole command line; every flag is also MAILLAGE_… in the environment.
type commands struct {
	Version kong.VersionFlag `env:"-" help:"Affiche la version."`

	Serve     serveCommand     `cmd:"" help:"Lance le serveur."`
	Solve     solveCommand     `cmd:"" help:"Propose un planning pour un fichier de problème ; le planning sort sur la sortie standard."`
	Check     checkCommand     `cmd:"" help:"Vérifie un planning : règles enfreintes, besoins non planifiés, coût de chaque critère."`
	Explain   explainCommand   `cmd:"" help:"Explique un planning, ou une seule de ses occurrences."`
	Recommend recommendCommand `cmd:"" help:"Donne toutes les façons de planifier une occurrence, la meilleure d'abord."`
	Unblock   unblockCommand   `cmd:"" help:"Propose les plus petits changements qui permettraient de planifier une occurrence."`
	Precheck  precheckCommand  `cmd:"" help:"Signale les besoins impossibles, avant toute recherche."`
	Repair    repairCommand    `cmd:"" help:"Répare ce qui est publié après une absence, avec le moins de changements possible ; le planning sort sur la sortie standard."`
	Diff      diffCommand      `cmd:"" help:"Compare deux plannings du même problème."`
	Import    importCommand    `cmd:"" help:"Importe un classeur Excel ou un fichier CSV ; dit ligne par ligne ce qui est refusé et pourquoi."`
	Export    exportCommand    `cmd:"" help:"Écrit des données de la base."`
	Calendar  calendarCommand  `cmd:"" help:"Gère les adresses d'agenda."`
	Facility  facilityCommand  `cmd:"" help:"Gère les établissements."`
	User      userCommand      `cmd:"" help:"Gère les comptes."`
	Migrate   migrateCommand   `cmd:"" help:"Met la base à jour."`
	Backup    backupCommand    `cmd:"" help:"Copie la base SQLite dans un fichier, serveur en marche ou non."`
}

// answerNo ends a command with exit code 1: the question was understood, and its answer, already written, is no.
type answerNo struct{}

func (answerNo) Error() string { return "" }

// run is main without the process: it returns the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer, now func() time.Time) int {
	var cli commands
	shown := false // kong has shown its help or the version: there is nothing left to do
	parser, err := kong.New(
		&cli,
		kong.Name("maillage"),
		kong.Description("Maillage planifie la semaine d'un dispositif intégré."),
		kong.DefaultEnvars("MAILLAGE"),
		kong.Vars{"version": version},
		kong.Help(frenchHelp),
		kong.PostBuild(func(k *kong.Kong) error { k.Model.HelpFlag.Help = "Affiche cette aide."; return nil }),
		kong.Writers(stdout, stderr),
		kong.Exit(func(int) { shown = true }),
	)
	if err != nil {
		_, _ = fmt.Fprintln(stderr, err)
		return exitWrong
	}
	parsed, err := parser.Parse(args)
	if shown {
		return exitFine
	}
	if err == nil {
		err = parsed.Run(&environment{ctx: ctx, stdin: stdin, stdout: stdout, stderr: stderr, now: now})
	}
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, answerNo{}):
		return exitNo
	default:
		_, _ = fmt.Fprintf(stderr, "maillage: %v\n", err)
		return exitWrong
	}
}
