package main

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"net/url"
	"strings"
)

// serverConfig is what a running server is told by flags and the environment.
type serverConfig struct {
	databaseFlag

	Addr        string     `default:"127.0.0.1:8080" help:"Adresse d'écoute."`
	PublicURL   string     `name:"public-url" placeholder:"URL" help:"Adresse publique, par exemple https://planning.exemple.fr ; elle figure dans les agendas."`
	Demo        bool       `help:"Remplit une base vide avec la maison de démonstration."`
	LogLevel    slog.Level `name:"log-level" default:"info" placeholder:"info" help:"Détail du journal : debug, info, warn ou error."`
	Proxy       []string   `placeholder:"ADRESSE,…" help:"Adresses des mandataires dont l'en-tête X-Forwarded-For est cru."`
	OpenMetrics bool       `name:"open-metrics" help:"Répond à /metrics à tout le monde, et non à cette seule machine."`
}

// databaseFlag is the one flag of every command that works on the database.
type databaseFlag struct {
	DB string `name:"db" default:"sqlite:maillage.db" help:"Base : sqlite:FICHIER ou postgres://…"`
}

// facilityFlags are those of every command that works on one facility of the database.
type facilityFlags struct {
	databaseFlag

	Facility string `placeholder:"ID" help:"Établissement ; inutile quand la base n'en a qu'un."`
}

// validate refuses what no default can mend, all of it at once.
func (c *serverConfig) validate() error {
	var wrong []error
	if _, _, err := net.SplitHostPort(c.Addr); err != nil {
		wrong = append(wrong, fmt.Errorf("--addr %q: give a host and a port, such as 127.0.0.1:8080", c.Addr))
	}
	if err := validPublicURL(c.PublicURL); c.PublicURL != "" && err != nil {
		wrong = append(wrong, err)
	}
	for _, proxy := range c.Proxy {
		_, notAddress := netip.ParseAddr(proxy)
		_, notPrefix := netip.ParsePrefix(proxy)
		if notAddress != nil && notPrefix != nil {
			wrong = append(wrong, fmt.Errorf("--proxy %q: give an address or a range, such as 10.0.0.2 or 10.0.0.0/24", proxy))
		}
	}
	return errors.Join(wrong...)
}

func validPublicURL(address string) error {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return fmt.Errorf("--public-url %q: give a whole address such as https://planning.exemple.fr", address)
	}
	return nil
}

// withoutSlash returns an address as paths are appended to it.
func withoutSlash(address string) string { return strings.TrimRight(address, "/") }
