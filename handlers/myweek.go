package handlers

import (
	"context"
	"slices"

	"github.com/maillage-dime/maillage/handlers/httpapi"
	"github.com/maillage-dime/maillage/models"
)

func (a *API) readMyWeek(ctx context.Context, who caller, input *readWeekInput) (*httpapi.Conditional[myWeekJSON], error) {
	week, err := models.ParseWeek(input.Week)
	if err != nil {
		return nil, err
	}
	view, err := a.Store.MyWeek(ctx, who.actor, week)
	if err != nil {
		return nil, err
	}
	return cached(encodeMyWeek(view, who.actor.ProfessionalID), input.IfNoneMatch)
}

func (a *API) lookAtMyWeek(ctx context.Context, who caller, input *weekBody[lookJSON]) (*nothing, error) {
	week, err := models.ParseWeek(input.Week)
	if err != nil {
		return nil, err
	}
	return nil, a.Store.LookAtMyWeek(ctx, who.actor, week, input.Body.Version)
}

func encodeMyWeek(view *models.MyWeekView, person string) myWeekJSON {
	children := myChildren(view.House)
	encoded := myWeekJSON{
		Week: view.Week.String(), Number: view.Week.Number, FirstDay: view.Week.Day(0),
		Previous: view.Week.Previous().String(), Next: view.Week.Next().String(),
		Days:  each(view.Days, encodeMyDay),
		Items: each(view.Items, func(item *models.MyItem) myItemJSON { return encodeMyItem(item, person, children) }),
		Removed: each(view.Removed, func(item *models.MyRemoved) myRemovedJSON {
			return myRemovedJSON{Label: item.Label, Start: item.Start, End: item.End, Children: children.of(item.ChildIDs)}
		}),
	}
	if since := view.Since; since != nil {
		encoded.Since = &sinceJSON{LookedAt: since.LookedAt.UTC(), First: since.First, Changes: each(since.Changes, func(news *models.MyNews) myNewsJSON {
			return encodeNews(news, children)
		})}
	}
	if view.Published != nil {
		encoded.Version, encoded.PublishedAt = &view.Published.PublishedAs, inUTC(view.Published.PublishedAt)
		encoded.Note = view.Published.Note
	}
	return encoded
}

func encodeMyDay(day *models.MyDay) myDayJSON {
	encoded := myDayJSON{Date: day.Date, Closed: notEmpty(day.Closed), Label: day.Label}
	if day.Absent != "" {
		encoded.Absent = new(day.Absent.Shown())
	}
	return encoded
}

func encodeMyItem(item *models.MyItem, person string, children knownChildren) myItemJSON {
	encoded := myItemJSON{
		Activity: item.ActivityID, Occurrence: item.Occurrence, Kind: item.Kind, Label: item.Label, Start: item.Start, End: item.End,
		Children: children.of(item.ChildIDs), Place: item.PlaceID, Room: item.RoomID, TravelBefore: item.TravelBefore,
		With:  slices.DeleteFunc(slices.Concat(item.Staff, item.Attendees, []string{}), func(other string) bool { return other == person }),
		Fixed: item.Fixed,
	}
	if item.Demand != nil {
		encoded.Modality = item.Demand.ModalityCode
	}
	if change := item.Change; change != nil {
		encoded.Change = &myChangeJSON{Kind: string(change.Kind)}
		if change.Old != nil {
			encoded.Change.OldStart, encoded.Change.OldPlace = &change.Old.Start, change.Old.PlaceID
		}
	}
	return encoded
}

func encodeNews(news *models.MyNews, children knownChildren) myNewsJSON {
	encoded := myNewsJSON{
		Kind: string(news.Kind), ActivityKind: news.ActivityInfo.Kind, Label: news.Label, Start: news.Start, End: news.End,
		Children: children.of(news.ChildIDs),
	}
	if news.Old != nil {
		encoded.OldStart, encoded.OldPlace = &news.Old.Start, news.Old.PlaceID
	}
	return encoded
}

// knownChildren are the children the caller may know, as a phone shows them.
type knownChildren map[string]myChildJSON

func myChildren(house *models.House) knownChildren {
	modalities, known := house.ChildModalities(), make(knownChildren, len(house.Children))
	for i := range house.Children {
		child := &house.Children[i]
		known[child.ID] = myChildJSON{ID: child.ID, DiscreetName: discreetName(child), Modality: modalities[child.ID]}
	}
	return known
}

func (k knownChildren) of(ids []string) []myChildJSON {
	children := []myChildJSON{}
	for _, id := range ids {
		if child, known := k[id]; known {
			children = append(children, child)
		}
	}
	return children
}
