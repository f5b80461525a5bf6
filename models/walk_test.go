package models_test

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/maillage-dime/maillage/models"
	"github.com/maillage-dime/maillage/models/storetest"
)

// situation is where a row stands as seen by the actors of the walk.
type situation string

const (
	rowOwn     situation = "own"
	rowTeam    situation = "team"
	rowOther   situation = "other"
	rowForeign situation = "foreign" // of another facility
)

// walkedOperation is one method of Store in the walk. try does it once on a row in a situation: it returns nil, or any other refusal than
// those of rights, when the actor was let in. Lists answer NotFound when the row is not among what they return.
type walkedOperation struct {
	method     string
	resource   models.Resource
	action     models.Action
	situations []situation // in which rows can stand; none: the operation concerns no row
	try        func(w *recordWorld, actor models.Actor, at situation) error
}

// walkedOperations is every operation that takes an actor, from the walk_….go files of the tests.
var walkedOperations []walkedOperation

// actorless is every exported method of Store that takes no actor, and why.
var actorless = map[string]string{
	"Today": "reads no record", "Close": "the program", "Ping": "the program", "Migrate": "the program", "Backup": "the program",
	"AccountByEmail": "before anybody is signed in", "DemoAccounts": "before anybody is signed in", "ActorFor": "makes the actor",
	"CountSignIn": "before anybody is signed in", "ForgetSignIns": "before anybody is signed in",
	"CreateSession": "signs in", "DeleteSession": "the token is the right",
	"FeedEntries": "the secret address is the right", "FeedMark": "the secret address is the right",
	"Housekeep": "the program", "EnqueueJob": "the program", "ClaimJob": "the program", "HeartbeatJob": "the job's attempt is the right",
	"FinishJob": "the job's attempt is the right", "ReleaseJob": "the job's attempt is the right", "FailJob": "the job's attempt is the right",
	"LoadPlanRun": "the job's attempt is the right", "ReportBest": "the job's attempt is the right", "ReportProgress": "the job's attempt is the right",
	"SaveOutcome": "the job's attempt is the right", "FailPlanRun": "the job's attempt is the right",
}

// let is what became of a try.
type let string

const (
	letIn     let = "let in"
	forbidden let = "forbidden"
	hidden    let = "hidden"
	broken    let = "broken" // an error that is no refusal
)

func outcome(err error) let {
	refusal, ok := errors.AsType[*models.Error](err)
	switch {
	case err == nil:
		return letIn
	case !ok:
		return broken
	case refusal.Code == models.CodeForbidden && refusal.Key == "forbidden":
		return forbidden
	case refusal.Code == models.CodeForbidden, refusal.Code == models.CodeNotFound:
		return hidden
	case refusal.Code == models.CodeInvalid && unknownIDs(refusal.Fields):
		return hidden // it named a thing of another facility
	default:
		return letIn
	}
}

func unknownIDs(fields []models.FieldError) bool {
	return !slices.ContainsFunc(fields, func(f models.FieldError) bool { return f.Key != "unknown_id" })
}

// expected is what the table of rights says of a try.
func expected(actor models.Actor, operation walkedOperation, at situation) let {
	scope := models.Allowed(actor, operation.resource, operation.action)
	switch {
	case scope == models.ScopeNone:
		return forbidden
	case at == "", scope == models.ScopeFacility && at != rowForeign:
		return letIn
	case at == rowForeign:
		return hidden
	case scope == models.ScopeTeam && (at != rowOther || len(actor.TeamIDs) == 0):
		return letIn
	case scope == models.ScopeOwn && at == rowOwn:
		return letIn
	default:
		return hidden
	}
}

// walkers are the actors of the walk. All are the same person of the staff.
func (w *recordWorld) walkers() map[string]models.Actor {
	system := models.SystemActor(w.here.facility.ID)
	system.ProfessionalID = w.here.own.professional.ID
	walkers := map[string]models.Actor{"system": system}
	for _, role := range []models.Role{models.RoleAdministrator, models.RoleManager, models.RoleCoordinator, models.RoleProfessional, models.RoleReader} {
		walkers[string(role)] = models.Actor{
			AccountID: w.here.account.ID, FacilityID: w.here.facility.ID, Role: role, ProfessionalID: w.here.own.professional.ID,
		}
	}
	limited := walkers["manager"]
	limited.TeamIDs = []string{w.here.teamOwn.ID}
	walkers["manager of a team"] = limited
	walkers["unknown role"] = models.Actor{AccountID: "account", FacilityID: w.here.facility.ID, Role: "janitor"}
	return walkers
}

func TestRightsWalk(t *testing.T) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, s *models.Store) {
		w := newRecordWorld(t, s)
		for _, operation := range walkedOperations {
			situations := operation.situations
			if len(situations) == 0 {
				situations = []situation{""}
			}
			for name, actor := range w.walkers() {
				for _, at := range situations {
					err := operation.try(w, actor, at)
					if got, want := outcome(err), expected(actor, operation, at); got != want {
						t.Errorf("%s by %s, row %q: %s, the table says %s (%v)", operation.method, name, at, got, want, err)
					}
				}
			}
			for _, nobody := range []models.Actor{{}, {Role: models.RoleAdministrator}} {
				if err := operation.try(w, nobody, situations[0]); models.CodeOf(err) != models.CodeUnauthenticated {
					t.Errorf("%s by nobody: %v", operation.method, err)
				}
			}
		}
	})
}

// TestRightsWalkIsComplete fails for a method that is not in the walk and for a line of the table that no method is held to.
func TestRightsWalkIsComplete(t *testing.T) {
	t.Parallel()
	walked, lines := map[string]bool{}, map[models.RightsLine]bool{}
	for _, operation := range walkedOperations {
		walked[operation.method] = true
		lines[models.RightsLine{Resource: operation.resource, Action: operation.action}] = true
	}
	for method := range reflect.TypeFor[*models.Store]().Methods() {
		if _, exempt := actorless[method.Name]; exempt == walked[method.Name] {
			t.Errorf("Store.%s: list it in the walk of rights, or among the methods without an actor", method.Name)
		}
	}
	verbs := 0
	for method := range reflect.TypeFor[models.Records[models.Place]]().Methods() {
		if !strings.HasPrefix(method.Name, "Add") { // into a batch, which is held to the rights when it is run
			verbs++
		}
	}
	if tried := len(recordWalk("Places", models.ResourcePlace, nil, nil, nil, nil, nil, nil, (*models.Store).Places)); tried != verbs {
		t.Errorf("the walk tries %d of the %d things that can be done with a record", tried, verbs)
	}
	for _, line := range models.RightsLines() {
		if !lines[line] {
			t.Errorf("nothing in the walk needs the right to %s %s", line.Action, line.Resource)
		}
	}
}
