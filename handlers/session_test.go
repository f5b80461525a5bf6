package handlers

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/maillage-dime/maillage/models"
)

func TestSignInOpensASessionThatSignOutEnds(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief := w.as("chief")
	session := fetch[sessionJSON](chief, "/api/session")
	want := sessionJSON{
		Account:      accountJSON{ID: "account-chief", Name: "Chief Dupuis", Email: "chief@example.org", Role: "manager", Initials: "CD"},
		Facility:     facilityJSON{ID: "here", Name: "DIME d’ici", TimeZone: "Europe/Paris", SchoolZone: "A", Demo: true},
		PlanningWeek: testWeek, Now: "2026-11-22T08:24", Lasts: 12 * 60,
		Can: capabilityJSON{EditRota: true, PublishRota: true, Propose: true, CreateMeeting: true, ReadTeam: true},
	}
	rights := session.Can.Records
	session.Can.Records = nil
	if diff := cmp.Diff(want, session); diff != "" {
		t.Errorf("the session differs (-want +got):\n%s", diff)
	}
	for kind, wanted := range map[string]recordRightsJSON{
		"child": {Read: "facility", Create: true}, "unit": {Read: "facility"}, "place": {Read: "facility", Create: true},
	} {
		if rights[kind] != wanted {
			t.Errorf("the rights on the records of kind %s are %+v, want %+v", kind, rights[kind], wanted)
		}
	}
	ended := chief.ask(http.MethodDelete, "/api/session", "")
	if ended.StatusCode != http.StatusNoContent || !strings.Contains(ended.Header.Get("Set-Cookie"), "Max-Age=0") {
		t.Errorf("signing out answers %d with %q", ended.StatusCode, ended.Header.Get("Set-Cookie"))
	}
	w.wantProblem(chief.ask(http.MethodGet, "/api/session", ""), http.StatusUnauthorized, "unauthenticated")
}

func TestSessionCookie(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]string{
		"https://planning.example": "__Host-maillage_session=%; Path=/; HttpOnly; Secure; SameSite=Lax",
		"http://127.0.0.1:8080":    "maillage_session=%; Path=/; HttpOnly; SameSite=Lax",
	} {
		w := newWorld(t, func(deps *Deps) { deps.PublicURL = address })
		answer := w.ask(http.MethodPost, "/api/session/demo", `{"key":"manager"}`)
		cookie := answer.Header.Get("Set-Cookie")
		before, after, _ := strings.Cut(want, "%")
		token := strings.TrimSuffix(strings.TrimPrefix(cookie, before), after)
		if len(token) != tokenLength || !strings.HasPrefix(cookie, before) || !strings.HasSuffix(cookie, after) {
			t.Errorf("at %s the cookie is %q, want %q", address, cookie, want)
		}
	}
}

func TestWrongPasswordAndUnknownAddressAreTheSame(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	wrong := w.ask(http.MethodPost, "/api/session", `{"email":"chief@example.org","password":"wrong"}`)
	unknown := w.ask(http.MethodPost, "/api/session", `{"email":"nobody@example.org","password":"wrong"}`)
	strange := w.ask(http.MethodPost, "/api/session", `{"email":"not an address","password":"wrong"}`)
	problem := w.wantProblem(wrong, http.StatusUnauthorized, "unauthenticated")
	if problem.Key != "wrong_credentials" || string(wrong.body) != string(unknown.body) || string(wrong.body) != string(strange.body) {
		t.Errorf("answers differ: %s, %s, %s", wrong.body, unknown.body, strange.body)
	}
	if wrong.Header.Get("Set-Cookie") != "" {
		t.Error("a refused sign-in sets a cookie")
	}
}

// A comparison with no account does the same work, so that the clock tells nothing.
func TestPasswordsAreComparedWithoutAnAccountToo(t *testing.T) {
	t.Parallel()
	p := newPasswords()
	hashed := false
	p.decoy = func() (string, error) { hashed = true; return passwordHash(), nil }
	if same, err := p.match(t.Context(), password, ""); same || err != nil || !hashed {
		t.Errorf("without an account: same %v, error %v, hashed %v", same, err, hashed)
	}
	if same, err := p.match(t.Context(), password, passwordHash()); !same || err != nil {
		t.Errorf("the right password: same %v, error %v", same, err)
	}
}

func TestTooManyTriesAreRefusedForAWhile(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	try := func(password string) reply {
		return w.ask(http.MethodPost, "/api/session", `{"email":"chief@example.org","password":"`+password+`"}`)
	}
	for range models.SignInLimit {
		w.wantProblem(try("wrong"), http.StatusUnauthorized, "unauthenticated")
	}
	refused := try(password)
	w.wantProblem(refused, http.StatusTooManyRequests, "too_many")
	if refused.Header.Get("Retry-After") == "" {
		t.Error("the answer does not say when to come back")
	}
	w.pass(models.SignInWindow + time.Second)
	if answer := try(password); answer.StatusCode != http.StatusOK {
		t.Errorf("after the wait signing in answers %d", answer.StatusCode)
	}
}

// A session that is used lives on; one that is not ends.
func TestSessionsLiveTwelveHoursAfterTheirLastUse(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief := w.as("chief")
	for range 3 {
		w.pass(11 * time.Hour)
		fetch[sessionJSON](chief, "/api/session")
	}
	w.pass(12*time.Hour + time.Minute)
	w.wantProblem(chief.ask(http.MethodGet, "/api/session", ""), http.StatusUnauthorized, "unauthenticated")
}

func TestDemoAccountsExistInADemoOnly(t *testing.T) {
	t.Parallel()
	demo := newWorld(t, nil)
	info := decoded[signInInfoJSON](&browser{world: demo}, demo.ask(http.MethodGet, "/api/sign-in", ""), http.StatusOK)
	if info.FacilityName == nil || *info.FacilityName != "DIME d’ici" || info.Demo == nil || info.Version != "test" {
		t.Fatalf("the sign-in page shows %+v", info)
	}
	keys := []string{}
	for _, account := range *info.Demo {
		keys = append(keys, account.Key+" "+account.Role)
	}
	slices.Sort(keys)
	if !slices.Equal(keys, []string{"coordinator coordinator", "manager manager", "professional professional"}) {
		t.Errorf("demo accounts are %v", keys)
	}
	live := newWorld(t, func(deps *Deps) { deps.Demo = false })
	info = decoded[signInInfoJSON](&browser{world: live}, live.ask(http.MethodGet, "/api/sign-in", ""), http.StatusOK)
	if info.FacilityName != nil || info.Demo != nil {
		t.Errorf("without a demo the sign-in page shows %+v", info)
	}
	live.wantProblem(live.ask(http.MethodPost, "/api/session/demo", `{"key":"manager"}`), http.StatusNotFound, "not_found")
}

func TestForeignPagesCannotAct(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief := w.as("chief")
	body := bodies["createDraft"]
	path := "/api/weeks/" + testWeek + "/drafts"
	for name, headers := range map[string][]string{
		"cross-site": {"Sec-Fetch-Site", "cross-site"}, "same-site": {"Sec-Fetch-Site", "same-site"}, "origin": {"Origin", "https://evil.example"},
	} {
		answer := chief.ask(http.MethodPost, path, body, headers...)
		if problem := w.wantProblem(answer, http.StatusForbidden, "cross_origin"); problem.Code == "" {
			t.Errorf("%s went through", name)
		}
	}
	if answer := chief.ask(http.MethodPost, path, body, "Sec-Fetch-Site", "same-origin"); answer.StatusCode != http.StatusCreated {
		t.Errorf("our own page is answered %d %s", answer.StatusCode, answer.body)
	}
	if answer := chief.ask(http.MethodGet, "/api/session", "", "Sec-Fetch-Site", "cross-site"); answer.StatusCode != http.StatusOK {
		t.Errorf("a link from elsewhere is answered %d", answer.StatusCode)
	}
}
