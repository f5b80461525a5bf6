package storetest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
)

// cluster is a throwaway PostgreSQL server of this test binary.
type cluster struct {
	binaries  string
	directory string
	port      int
	account   *syscall.Credential // nil: the current user
	guardian  *exec.Cmd
	leash     io.Closer // the guardian's input
}

// errNoServer says which package brings the server.
var errNoServer = errors.New("no PostgreSQL server found (postgres, initdb and pg_ctl in /usr/lib/postgresql/*/bin or on PATH): " +
	"install Debian's package postgresql, as in `apt-get install postgresql`")

// startCluster makes a database cluster in a temporary directory and starts its server on a free port of this machine.
func startCluster(ctx context.Context) (*cluster, error) {
	binaries, err := findBinaries()
	if err != nil {
		return nil, err
	}
	c := &cluster{binaries: binaries}
	if c.directory, err = os.MkdirTemp("", "maillage-postgres-"); err != nil {
		return nil, err
	}
	if err := c.start(ctx); err != nil {
		return nil, errors.Join(err, c.stop())
	}
	return c, nil
}

func (c *cluster) start(ctx context.Context) error {
	if err := c.becomePostgres(); err != nil {
		return err
	}
	if err := c.run(ctx, "initdb", "-D", c.data(), "-U", "postgres", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8"); err != nil {
		return err
	}
	var err error
	if c.port, err = freePort(ctx); err != nil {
		return err
	}
	// Nothing of it has to survive: no fsync.
	options := fmt.Sprintf("-c listen_addresses=127.0.0.1 -p %d -c unix_socket_directories=%s -c fsync=off -c synchronous_commit=off "+
		"-c full_page_writes=off -c max_connections=300 -c shared_buffers=32MB", c.port, c.directory)
	if err := c.guard(ctx); err != nil {
		return err
	}
	return c.run(ctx, "pg_ctl", "-D", c.data(), "-w", "-t", "60", "-l", filepath.Join(c.directory, "log"), "-o", options, "start")
}

// guard starts a process that waits for the end of its input, which is that of this test binary however it dies, then ends the server and
// removes its files.
func (c *cluster) guard(ctx context.Context) error {
	const untilTheEnd = `cat >/dev/null; "$0" -D "$1" -m immediate stop >/dev/null 2>&1; rm -rf "$2"`
	c.guardian = exec.CommandContext(context.WithoutCancel(ctx), "/bin/sh", "-c", untilTheEnd, filepath.Join(c.binaries, "pg_ctl"), c.data(), c.directory)
	c.guardian.Dir = "/"
	c.guardian.SysProcAttr = &syscall.SysProcAttr{Credential: c.account, Setpgid: true} // an interrupt from the keyboard is not for it
	var err error
	if c.leash, err = c.guardian.StdinPipe(); err != nil {
		return err
	}
	return c.guardian.Start()
}

// stop ends the server at once and removes its files.
func (c *cluster) stop() error {
	if c.guardian == nil {
		return os.RemoveAll(c.directory)
	}
	return errors.Join(c.leash.Close(), c.guardian.Wait())
}

func (c *cluster) data() string { return filepath.Join(c.directory, "data") }

func (c *cluster) dsn(database string) string {
	return fmt.Sprintf("postgres://postgres@127.0.0.1:%d/%s?sslmode=disable", c.port, database)
}

// becomePostgres chooses the account the server runs as: root may not run it.
func (c *cluster) becomePostgres() error {
	if os.Getuid() != 0 {
		return nil
	}
	account, err := user.Lookup("postgres")
	if err != nil {
		return fmt.Errorf("root may not run PostgreSQL and there is no account postgres: %w", err)
	}
	uid, err := strconv.ParseUint(account.Uid, 10, 32)
	if err != nil {
		return err
	}
	gid, err := strconv.ParseUint(account.Gid, 10, 32)
	if err != nil {
		return err
	}
	c.account = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	return os.Chown(c.directory, int(uid), int(gid))
}

func (c *cluster) run(ctx context.Context, program string, arguments ...string) error {
	command := exec.CommandContext(ctx, filepath.Join(c.binaries, program), arguments...)
	command.Dir = c.directory
	command.Env = []string{"PATH=/usr/bin:/bin", "HOME=" + c.directory, "LC_ALL=C.UTF-8"}
	command.SysProcAttr = &syscall.SysProcAttr{Credential: c.account}
	// A file and not a pipe: the server keeps it open, and waiting for the end of a pipe would wait for the server.
	output, err := os.CreateTemp(c.directory, program+"-*.log")
	if err != nil {
		return err
	}
	command.Stdout, command.Stderr = output, output
	err = command.Run()
	if err := errors.Join(err, output.Close()); err != nil {
		said, _ := os.ReadFile(output.Name())
		return fmt.Errorf("%s: %w: %s", program, err, strings.TrimSpace(string(said)))
	}
	return nil
}

func findBinaries() (string, error) {
	if path, err := exec.LookPath("initdb"); err == nil {
		return filepath.Dir(path), nil
	}
	directories, err := filepath.Glob("/usr/lib/postgresql/*/bin")
	if err != nil {
		return "", err
	}
	version := func(directory string) int {
		number, _ := strconv.Atoi(filepath.Base(filepath.Dir(directory)))
		return number
	}
	slices.SortFunc(directories, func(a, b string) int { return version(b) - version(a) })
	for _, directory := range directories {
		if _, err := os.Stat(filepath.Join(directory, "initdb")); err == nil {
			return directory, nil
		}
	}
	return "", errNoServer
}

func freePort(ctx context.Context) (int, error) {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	port := listener.Addr().(*net.TCPAddr).Port
	return port, listener.Close()
}
