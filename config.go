package main

import (
	"fmt"
	"net/url"
	"strings"
)

// serverConfig is what a running server is told by flags and the environment.
type serverConfig struct {
	Addr      string `default:"127.0.0.1:8080" help:"Adresse d'écoute."`
	DB        string `name:"db" default:"sqlite:maillage.db" help:"Base : sqlite:FICHIER ou postgres://…"`
	PublicURL string `name:"public-url" help:"Adresse publique, par exemple https://planning.exemple.fr ; elle figure dans les agendas."`
	Demo      bool   `help:"Remplit une base vide avec la maison de démonstration."`
	LogLevel  string `name:"log-level" default:"info" enum:"debug,info,warn,error" help:"Détail du journal."`
}

// databaseFlag is the one flag of every command that works on the database.
type databaseFlag struct {
	DB string `name:"db" default:"sqlite:maillage.db" help:"Base : sqlite:FICHIER ou postgres://…"`
}

// validate refuses what no default can mend.
func (c *serverConfig) validate() error {
	if c.PublicURL == "" {
		return nil
	}
	u, err := url.Parse(c.PublicURL)
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
		return fmt.Errorf("--public-url %q: give a whole address such as https://planning.exemple.fr", c.PublicURL)
	}
	c.PublicURL = strings.TrimSuffix(c.PublicURL, "/")
	return nil
}
