package handlers

import (
	"net/http"
	"slices"
	"strconv"
	"testing"

	"github.com/maillage-dime/maillage/planner"
)

// asked is the path of a question about an occurrence.
func asked(draft, question, activity string, occurrence int) string {
	return "/api/rotas/" + draft + "/" + question + "?activity=" + activity + "&occurrence=" + strconv.Itoa(occurrence)
}

func TestAPlannedOccurrenceIsExplainedAndPlannedOtherwise(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief := w.as("chief")
	draft := chief.newDraft()
	rota := chief.change(draft, setting("speech", 0, minute(0, 10, 0)), setting("school", 0, minute(0, 14, 30)))
	why := fetch[explanationJSON](chief, asked(draft, "explanation", "school", 0))
	if !why.Planned || why.Revision != rota.Summary.Revision || why.Others == 0 || len(why.Ways) != 2 || len(why.Reasons) == 0 {
		t.Errorf("planned: %+v", why)
	}
	if travel := slices.IndexFunc(why.Effects, func(e effectJSON) bool { return e.Term == "travel" }); travel < 0 || why.Effects[travel].Amount <= 0 {
		t.Errorf("the way to school is not in %+v", why.Effects)
	}
	when := fetch[waysJSON](chief, asked(draft, "ways", "speech", 0)+"&keep=staff")
	if when.Found < len(when.Ways) || len(when.Ways) == 0 || when.Ways[0].Occurrence.Staff[0] != "zoe" || when.Ways[0].Occurrence.Start == minute(0, 10, 0) {
		t.Fatalf("other hours: %+v", when)
	}
	best := when.Ways[0].Occurrence
	moved := chief.change(draft, setting("speech", 0, best.Start))
	if at := occurrenceOfRota(moved, "speech", 0); at.Start != best.Start || !slices.Equal(at.Staff, best.Staff) {
		t.Errorf("applied, it is %+v", at)
	}
	who := fetch[waysJSON](chief, asked(draft, "ways", "speech", 0)+"&keep=hour")
	if len(who.Ways) != 0 {
		t.Errorf("nobody else is a speech therapist, and there are %+v", who.Ways)
	}
}

func TestWhatIsNotPlannedIsUnblocked(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief := w.as("chief")
	draft := chief.newDraft()
	why := fetch[explanationJSON](chief, asked(draft, "explanation", "motor", 0))
	if why.Planned || len(why.Reasons) == 0 || why.Reasons[0].Code != planner.CodePossible || len(why.Reasons[0].Slots) == 0 {
		t.Errorf("not planned: %+v", why.Reasons)
	}
	proposals := fetch[proposalsJSON](chief, asked(draft, "proposals", "motor", 0))
	if len(proposals.Proposals) != 1 || proposals.Proposals[0].Change != nil || len(proposals.Proposals[0].Steps) != 1 {
		t.Fatalf("proposed: %+v", proposals)
	}
	if step := proposals.Proposals[0].Steps[0]; step.Before != nil || step.After.Activity != "motor" || len(step.After.Staff) != 1 {
		t.Errorf("the step is %+v", step)
	}
}

func TestWhatIsImpossibleIsSaidBeforeARun(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief := w.as("chief")
	draft := chief.newDraft()
	if found := fetch[precheckJSON](chief, "/api/rotas/"+draft+"/precheck"); len(found.Impossible) != 0 {
		t.Errorf("impossible: %+v", found.Impossible)
	}
	need := fetch[wireRecord](chief, "/api/records/need/speech")
	for _, read := range []string{"archived_at", "can", "created_at", "id", "updated_at"} {
		delete(need, read)
	}
	need["count"], need["duration"] = 5, 480
	send[wireRecord](chief, http.MethodPut, "/api/records/need/speech", need, http.StatusOK)
	found := fetch[precheckJSON](chief, "/api/rotas/"+draft+"/precheck")
	if len(found.Impossible) == 0 || !slices.Contains(found.Impossible[0].Activities, "speech") || len(found.Impossible[0].ChangedBy) == 0 {
		t.Errorf("impossible: %+v", found.Impossible)
	}
}

func TestQuestionsAboutWhatIsNotAsked(t *testing.T) {
	t.Parallel()
	w := newWorld(t, nil)
	chief := w.as("chief")
	draft := chief.newDraft()
	for _, question := range []string{"explanation", "ways", "proposals"} {
		w.wantProblem(chief.ask(http.MethodGet, asked(draft, question, "nothing", 0), ""), http.StatusUnprocessableEntity, "invalid")
		w.wantProblem(chief.ask(http.MethodGet, asked(draft, question, "speech", 2), ""), http.StatusUnprocessableEntity, "invalid")
		w.wantProblem(w.as("zoe").ask(http.MethodGet, asked(draft, question, "speech", 0), ""), http.StatusForbidden, "forbidden")
		w.wantProblem(w.as("stranger").ask(http.MethodGet, asked(draft, question, "speech", 0), ""), http.StatusNotFound, "not_found")
	}
}
