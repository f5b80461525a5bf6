package handlers

import (
	"context"
	"net/http"
	"slices"
	"time"

	"github.com/maillage-dime/maillage/handlers/httpapi"
	"github.com/maillage-dime/maillage/models"
)

// demoOrder is the order of the demo house's three buttons: who builds the week, who reads it, who meets the partners.
var demoOrder = []string{"manager", "professional", "coordinator"}

func (a *API) signInInfo(ctx context.Context, _ *nothing) (*answer[signInInfoJSON], error) {
	info := signInInfoJSON{Version: a.Version}
	if !a.Demo {
		return answerWith(info), nil
	}
	accounts, err := a.Store.DemoAccounts(ctx)
	if err != nil || len(accounts) == 0 {
		return answerWith(info), err
	}
	facility, err := a.Store.FacilityByID(ctx, models.SystemActor(accounts[0].FacilityID))
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(accounts, func(a, b models.Account) int {
		return slices.Index(demoOrder, a.DemoKey) - slices.Index(demoOrder, b.DemoKey)
	})
	demo := each(accounts, func(account *models.Account) demoAccountJSON {
		return demoAccountJSON{Key: account.DemoKey, Name: account.Name, Role: string(account.Role)}
	})
	info.FacilityName, info.Demo = &facility.Name, &demo
	return answerWith(info), nil
}

// signIn answers a wrong password and an unknown address alike, and as late.
func (a *API) signIn(ctx context.Context, input *signInInput) (*signedInOutput, error) {
	email := string(input.Body.Email)
	if err := a.Store.CountSignIn(ctx, email); err != nil {
		return nil, err
	}
	account, err := a.Store.AccountByEmail(ctx, email)
	if err != nil && models.CodeOf(err) != models.CodeNotFound {
		return nil, err
	}
	matched, err := a.passwords.match(ctx, input.Body.Password, account.PasswordHash)
	if err != nil {
		return nil, err
	}
	if !matched {
		return nil, wrongCredentials()
	}
	if err := a.Store.ForgetSignIns(ctx, email); err != nil {
		return nil, err
	}
	return a.open(ctx, account.ID, input.Client)
}

func wrongCredentials() error {
	problem := httpapi.NewProblem(http.StatusUnauthorized)
	problem.Key = "wrong_credentials"
	return problem
}

func (a *API) signInDemo(ctx context.Context, input *signInDemoInput) (*signedInOutput, error) {
	if !a.Demo {
		return nil, httpapi.NewProblem(http.StatusNotFound)
	}
	accounts, err := a.Store.DemoAccounts(ctx)
	if err != nil {
		return nil, err
	}
	for i := range accounts {
		if accounts[i].DemoKey == input.Body.Key {
			return a.open(ctx, accounts[i].ID, input.Client)
		}
	}
	return nil, httpapi.NewProblem(http.StatusNotFound)
}

// open starts a session and tells who it is.
func (a *API) open(ctx context.Context, accountID string, client Client) (*signedInOutput, error) {
	token, hash := newToken()
	if err := a.Store.CreateSession(ctx, accountID, hash, client.UserAgent, sessionLifetime); err != nil {
		return nil, err
	}
	who, err := a.callerOf(ctx, hash)
	if err != nil {
		return nil, err
	}
	return &signedInOutput{SetCookie: []string{a.cookie(token).String()}, Body: a.encodeSession(who)}, nil
}

func (a *API) readSession(_ context.Context, who caller, _ *nothing) (*answer[sessionJSON], error) {
	return answerWith(a.encodeSession(who)), nil
}

func (a *API) signOut(ctx context.Context, who caller, _ *nothing) (*signedOutOutput, error) {
	if err := a.Store.DeleteSession(ctx, who.tokenHash); err != nil {
		return nil, err
	}
	ended := a.cookie("")
	ended.MaxAge = -1
	return &signedOutOutput{SetCookie: []string{ended.String()}}, nil
}

func (a *API) encodeSession(who caller) sessionJSON {
	now := a.Now()
	may := func(resource models.Resource, action models.Action) bool {
		return models.Allowed(who.actor, resource, action) > models.ScopeNone
	}
	return sessionJSON{
		Account: accountJSON{
			ID: who.account.ID, Name: who.account.Name, Email: who.account.Email, Role: string(who.account.Role),
			ProfessionalID: who.account.ProfessionalID, Initials: initialsOf(who.account.Name),
		},
		Facility: facilityJSON{
			ID: who.facility.ID, Name: who.facility.Name, TimeZone: who.facility.TimeZone, SchoolZone: who.facility.SchoolZone, Demo: who.facility.Demo,
		},
		PlanningWeek: models.PlanningWeek(now, who.zone).String(),
		Now:          now.In(who.zone).Format(localMinute),
		Lasts:        int(sessionLifetime / time.Minute),
		Can: capabilityJSON{
			EditRota:      may(models.ResourceDraft, models.ActionChange),
			PublishRota:   may(models.ResourceDraft, models.ActionPublish),
			Propose:       may(models.ResourcePlanRun, models.ActionChange),
			CreateMeeting: may(models.ResourcePartnerMeeting, models.ActionChange),
			ReadTeam:      may(models.ResourceDraft, models.ActionRead),
			OwnWeek:       may(models.ResourceMyWeek, models.ActionRead) && who.actor.ProfessionalID != "",
			Records:       encodeRecordRights(who.actor),
		},
	}
}

// shownResources are the kinds of records with a screen of their own. The address of each has the resource's word.
var shownResources = []models.Resource{
	models.ResourceChild, models.ResourceProfessional, models.ResourcePlace, models.ResourceRoom, models.ResourceModality, models.ResourceTeam,
	models.ResourceUnit, models.ResourceGroup, models.ResourceNeed, models.ResourceDuty, models.ResourceRecurringMeeting,
	models.ResourceProtectedTime, models.ResourcePartner, models.ResourceContact, models.ResourceTravel, models.ResourceWorkedDay,
}

var scopeWords = map[models.Scope]string{
	models.ScopeNone: "none", models.ScopeOwn: "own", models.ScopeTeam: "team", models.ScopeFacility: "facility",
}

// encodeRecordRights says of each kind how far the actor reads and whether the actor makes new records: for the whole facility, or for the teams
// the actor answers for, or about herself where what people enter of themselves is a request.
func encodeRecordRights(actor models.Actor) map[string]recordRightsJSON {
	rights := make(map[string]recordRightsJSON, len(shownResources))
	for _, resource := range shownResources {
		rights[string(resource)] = recordRightsJSON{
			Read:   scopeWords[models.Allowed(actor, resource, models.ActionRead)],
			Create: models.Allowed(actor, resource, models.ActionChange) > models.ScopeOwn || resource == models.ResourceWorkedDay && actor.ProfessionalID != "",
		}
	}
	return rights
}

// localMinute is how a wall clock's time is written to the front end.
const localMinute = "2006-01-02T15:04"

// sessionLifetime is how long an unused session lives.
const sessionLifetime = 12 * time.Hour
