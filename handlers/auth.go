package handlers

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/maillage-dime/maillage/models"
)

// caller is who makes a request.
type caller struct {
	actor     models.Actor
	account   models.Account
	facility  models.Facility
	zone      *time.Location // of the facility
	tokenHash string
}

type callerKey struct{}

// authenticate returns who the session cookie of a request belongs to.
func (a *API) authenticate(c huma.Context) (caller, error) {
	cookie, err := huma.ReadCookie(c, a.cookieName())
	if err != nil || len(cookie.Value) != tokenLength {
		return caller{}, models.Unauthenticated()
	}
	return a.callerOf(c.Context(), hashToken(cookie.Value))
}

func (a *API) callerOf(ctx context.Context, tokenHash string) (caller, error) {
	actor, account, facility, err := a.Store.ActorFor(ctx, tokenHash)
	if err != nil {
		return caller{}, err
	}
	zone, err := facility.Location()
	return caller{actor: actor, account: account, facility: facility, zone: zone, tokenHash: tokenHash}, err
}

const (
	tokenBytes  = 32
	tokenLength = 43 // of tokenBytes in base64 without padding
)

// newToken returns 256 random bits as text for the browser, and their hash for the store, which cannot be turned back.
func newToken() (token, hash string) {
	bits := make([]byte, tokenBytes)
	rand.Read(bits)
	token = base64.RawURLEncoding.EncodeToString(bits)
	return token, hashToken(token)
}

func hashToken(token string) string {
	digest := sha256.Sum256([]byte(token))
	return hex.EncodeToString(digest[:])
}

// secureOrigin reports whether browsers reach the server over TLS.
func (a *API) secureOrigin() bool { return strings.HasPrefix(a.PublicURL, "https://") }

// cookieName carries a prefix that browsers heed over TLS only: nobody but this very host can set such a cookie.
func (a *API) cookieName() string {
	if a.secureOrigin() {
		return "__Host-maillage_session"
	}
	return "maillage_session"
}

// cookie is forgotten when the browser closes; the session itself ends in the store.
func (a *API) cookie(token string) *http.Cookie {
	return &http.Cookie{
		Name: a.cookieName(), Value: token, Path: "/", HttpOnly: true, Secure: a.secureOrigin(), SameSite: http.SameSiteLaxMode,
	}
}
