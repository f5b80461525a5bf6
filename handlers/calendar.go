package handlers

import (
	"context"
	"slices"
	"strings"

	"github.com/maillage-dime/maillage/models"
)

// listCalendars answers with the caller's own addresses, also where the caller may see everybody's.
func (a *API) listCalendars(ctx context.Context, who caller, _ *nothing) (*answer[calendarsJSON], error) {
	subscriptions, err := a.Store.ListSubscriptions(ctx, who.actor)
	if err != nil {
		return nil, err
	}
	own := slices.DeleteFunc(subscriptions, func(s models.CalendarSubscription) bool { return s.AccountID == nil || *s.AccountID != who.account.ID })
	return answerWith(calendarsJSON{Calendars: each(own, encodeCalendar)}), nil
}

// createCalendar makes an address of the caller's own week.
func (a *API) createCalendar(ctx context.Context, who caller, input *bodyOf[createCalendarJSON]) (*answer[createdCalendarJSON], error) {
	name, detail := string(input.Body.Name), models.FeedDetail(input.Body.Detail)
	subscription, token, err := a.Store.AddSubscription(ctx, who.actor, models.SubjectProfessional, who.actor.ProfessionalID, name, detail)
	if err != nil {
		return nil, err
	}
	address := FeedAddress(a.PublicURL, token)
	_, rest, _ := strings.Cut(address, "://")
	return answerWith(createdCalendarJSON{CalendarJSON: encodeCalendar(&subscription), Address: address, Webcal: "webcal://" + rest}), nil
}

func (a *API) revokeCalendar(ctx context.Context, who caller, input *calendarPath) (*nothing, error) {
	return nil, a.Store.RevokeSubscription(ctx, who.actor, string(input.ID))
}

// FeedAddress is the secret address of a calendar on a server.
func FeedAddress(publicURL, token string) string { return publicURL + "/calendars/" + token + ".ics" }

func encodeCalendar(subscription *models.CalendarSubscription) CalendarJSON {
	return CalendarJSON{
		ID: subscription.ID, Name: subscription.Name, Detail: string(subscription.Detail),
		CreatedAt: subscription.CreatedAt.UTC(), LastUsedAt: inUTC(subscription.LastUsedAt),
	}
}
