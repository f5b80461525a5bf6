package ical

import (
	"slices"
	"strings"
	"unicode/utf8"

	goical "github.com/emersion/go-ical"
)

// maximumLineOctets is the length of a line without its CRLF (RFC 5545 3.1).
const maximumLineOctets = 75

// propertyOrder is the order in which properties are written. Any order is
// valid; a fixed one keeps the bytes of an unchanged feed the same.
var propertyOrder = map[string][]string{
	goical.CompCalendar: {
		goical.PropVersion, goical.PropProductID, goical.PropCalendarScale, goical.PropName, propCalendarName,
		propCalendarZone, goical.PropRefreshInterval, propPublishedTTL, goical.PropSource,
	},
	goical.CompEvent: {
		goical.PropUID, goical.PropDateTimeStamp, goical.PropLastModified, goical.PropSequence,
		goical.PropDateTimeStart, goical.PropDateTimeEnd, goical.PropSummary, goical.PropStatus,
		goical.PropTransparency, propBusyStatus, goical.PropDescription, goical.PropLocation, goical.PropGeo,
		goical.PropCategories, goical.PropURL,
	},
	goical.CompTimezone:         {goical.PropTimezoneID},
	goical.CompTimezoneStandard: timezoneOnsetOrder,
	goical.CompTimezoneDaylight: timezoneOnsetOrder,
}

var timezoneOnsetOrder = []string{
	goical.PropDateTimeStart, goical.PropRecurrenceRule, goical.PropTimezoneOffsetFrom,
	goical.PropTimezoneOffsetTo, goical.PropTimezoneName,
}

// appendComponent appends the component's lines to the buffer: properties in
// their fixed order, those without one behind them by name, then the children.
// Names are trusted; values and parameters may hold anything and still give
// well-formed lines.
func appendComponent(buffer []byte, component *goical.Component) []byte {
	buffer = append(append(append(buffer, "BEGIN:"...), component.Name...), "\r\n"...)
	written := 0
	for _, name := range propertyOrder[component.Name] {
		properties := component.Props[name]
		for i := range properties {
			buffer = appendProperty(buffer, &properties[i])
		}
		if properties != nil {
			written++
		}
	}
	if written < len(component.Props) {
		for _, name := range unorderedNames(component) {
			for i := range component.Props[name] {
				buffer = appendProperty(buffer, &component.Props[name][i])
			}
		}
	}
	for _, child := range component.Children {
		buffer = appendComponent(buffer, child)
	}
	return append(append(append(buffer, "END:"...), component.Name...), "\r\n"...)
}

func unorderedNames(component *goical.Component) []string {
	ordered := propertyOrder[component.Name]
	names := make([]string, 0, len(component.Props))
	for name := range component.Props {
		if !slices.Contains(ordered, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// appendProperty appends one content line, folded.
func appendProperty(buffer []byte, property *goical.Prop) []byte {
	start := len(buffer)
	buffer = append(buffer, property.Name...)
	if len(property.Params) > 0 {
		buffer = appendParameters(buffer, property.Params)
	}
	buffer = append(buffer, ':')
	buffer = append(buffer, cleanValue(property.Value)...)
	return append(fold(buffer, start), "\r\n"...)
}

func appendParameters(buffer []byte, params goical.Params) []byte {
	if len(params) == 1 {
		for name, values := range params {
			return appendParameter(buffer, name, values)
		}
	}
	names := make([]string, 0, len(params))
	for name := range params {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		buffer = appendParameter(buffer, name, params[name])
	}
	return buffer
}

func appendParameter(buffer []byte, name string, values []string) []byte {
	buffer = append(append(append(buffer, ';'), name...), '=')
	for i, value := range values {
		if i > 0 {
			buffer = append(buffer, ',')
		}
		buffer = appendParameterValue(buffer, value)
	}
	return buffer
}

// appendParameterValue quotes where the value holds a delimiter and writes
// what even quotes cannot hold as RFC 6868 says.
func appendParameterValue(buffer []byte, value string) []byte {
	value = cleanText(value)
	quoted := strings.ContainsAny(value, ":;,")
	if quoted {
		buffer = append(buffer, '"')
	}
	for i := range len(value) {
		switch character := value[i]; character {
		case '^':
			buffer = append(buffer, "^^"...)
		case '\n':
			buffer = append(buffer, "^n"...)
		case '"':
			buffer = append(buffer, "^'"...)
		default:
			buffer = append(buffer, character)
		}
	}
	if quoted {
		buffer = append(buffer, '"')
	}
	return buffer
}

// cleanValue guarantees that a value stays on its line whatever made it.
func cleanValue(value string) string {
	if isPlain(value) {
		return value
	}
	if utf8.ValidString(value) && strings.IndexFunc(value, isControl) < 0 {
		return value
	}
	return strings.Map(func(r rune) rune {
		if isControl(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(value, "\ufffd"))
}

// fold breaks the line that begins at start and reaches to the end of the
// buffer, never inside a rune. The buffer holds valid UTF-8.
func fold(buffer []byte, start int) []byte {
	length := len(buffer) - start
	if length <= maximumLineOctets {
		return buffer
	}
	line := string(buffer[start:])
	buffer = buffer[:start]
	room := maximumLineOctets
	for len(line) > room {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		buffer = append(append(buffer, line[:cut]...), "\r\n "...)
		line = line[cut:]
		// The space that continues a line counts as part of it.
		room = maximumLineOctets - 1
	}
	return append(buffer, line...)
}
