package handlers

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	"github.com/alexedwards/argon2id"
)

// argon2Parameters are those OWASP asks at least of argon2id: 19 MiB, two passes. A hash takes some 30 ms.
var argon2Parameters = &argon2id.Params{Memory: 19 * 1024, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}

// HashPassword returns the argon2id hash of a password, with its salt and parameters, as accounts keep it.
func HashPassword(password string) (string, error) {
	hash, err := argon2id.CreateHash(password, argon2Parameters)
	if err != nil {
		return "", fmt.Errorf("hashing a password: %w", err)
	}
	return hash, nil
}

// passwords compares passwords, a few at a time: each comparison takes 19 MiB and a processor.
type passwords struct {
	turns chan struct{}
	decoy func() (string, error)
}

func newPasswords() *passwords {
	return &passwords{
		turns: make(chan struct{}, max(2, runtime.GOMAXPROCS(0))),
		decoy: sync.OnceValues(func() (string, error) { return HashPassword("nobody has this password") }),
	}
}

// match reports whether password is the one of hash. Without a hash it takes as long and says no, so that nobody learns from the clock which
// addresses have an account.
func (p *passwords) match(ctx context.Context, password, hash string) (bool, error) {
	select {
	case p.turns <- struct{}{}:
		defer func() { <-p.turns }()
	case <-ctx.Done():
		return false, fmt.Errorf("waiting to compare a password: %w", ctx.Err())
	}
	known := hash != ""
	if !known {
		decoy, err := p.decoy()
		if err != nil {
			return false, err
		}
		hash = decoy
	}
	same, err := argon2id.ComparePasswordAndHash(password, hash)
	if err != nil {
		return false, fmt.Errorf("comparing a password: %w", err)
	}
	return same && known, nil
}
