package osrm_test

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"github.com/maillage-dime/maillage/osrm"
)

// server answers like osrm-routed: a second for each hundredth of a degree of latitude northwards, no way southwards.
func server(t *testing.T) (address string, asked *int) {
	t.Helper()
	asked = new(int)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		*asked++
		path, found := strings.CutPrefix(r.URL.Path, "/table/v1/driving/")
		if !found || r.URL.Query().Get("annotations") != "duration" {
			t.Errorf("asked for %s", r.URL)
		}
		var latitudes []float64
		for pair := range strings.SplitSeq(path, ";") {
			_, latitude, _ := strings.Cut(pair, ",")
			degrees, err := strconv.ParseFloat(latitude, 64)
			if err != nil {
				t.Errorf("coordinates %s: %v", pair, err)
			}
			latitudes = append(latitudes, degrees)
		}
		// The semicolons are read by hand: net/url takes no list apart at them.
		list := func(name string) (indexes []int) {
			_, rest, _ := strings.Cut(r.URL.RawQuery, name+"=")
			rest, _, _ = strings.Cut(rest, "&")
			for text := range strings.SplitSeq(rest, ";") {
				index, err := strconv.Atoi(text)
				if err != nil {
					t.Errorf("%s: %v", name, err)
				}
				indexes = append(indexes, index)
			}
			return indexes
		}
		var rows []string
		for _, i := range list("sources") {
			var row []string
			for _, j := range list("destinations") {
				if ahead := latitudes[j] - latitudes[i]; ahead < 0 {
					row = append(row, "null")
				} else {
					row = append(row, fmt.Sprintf("%.1f", ahead*100))
				}
			}
			rows = append(rows, "["+strings.Join(row, ",")+"]")
		}
		_, _ = fmt.Fprintf(w, `{"code":"Ok","durations":[%s],"sources":[],"destinations":[]}`, strings.Join(rows, ","))
	}))
	t.Cleanup(s.Close)
	return s.URL + "/", asked
}

func TestMinutes(t *testing.T) {
	t.Parallel()
	address, asked := server(t)
	points := make([]osrm.Point, 70)
	for i := range points {
		points[i] = osrm.Point{Latitude: float64(i), Longitude: 3.5}
	}
	minutes, err := osrm.New(address).Minutes(t.Context(), points)
	if err != nil {
		t.Fatal(err)
	}
	if minutes[0][1] != 2 || minutes[0][60] != 100 || minutes[60][60] != 0 || minutes[69][0] != osrm.Unreachable || minutes[10][69] != 99 {
		t.Errorf("minutes %d %d %d %d %d", minutes[0][1], minutes[0][60], minutes[60][60], minutes[69][0], minutes[10][69])
	}
	if *asked != 4 {
		t.Errorf("asked %d times for 70 places", *asked)
	}
}

func TestAnswersThatAreNoTable(t *testing.T) {
	t.Parallel()
	two := []osrm.Point{{Latitude: 45.123456, Longitude: 3.5}, {Latitude: 45.2, Longitude: 3.6}}
	for name, reply := range map[string]func(http.ResponseWriter){
		"an error": func(w http.ResponseWriter) {
			w.WriteHeader(http.StatusBadRequest)
			_, _ = w.Write([]byte(`{"code":"TooBig"}`))
		},
		"a page":          func(w http.ResponseWriter) { _, _ = w.Write([]byte(`<html>`)) },
		"too few rows":    func(w http.ResponseWriter) { _, _ = w.Write([]byte(`{"code":"Ok","durations":[[0,1]]}`)) },
		"too few columns": func(w http.ResponseWriter) { _, _ = w.Write([]byte(`{"code":"Ok","durations":[[0],[1]]}`)) },
		"another address": func(w http.ResponseWriter) {
			w.Header().Set("Location", "http://127.0.0.1:1/")
			w.WriteHeader(http.StatusFound)
		},
		"no end": func(w http.ResponseWriter) {
			_, _ = w.Write([]byte(`{"code":"`))
			for range 9 << 10 {
				_, _ = w.Write([]byte(strings.Repeat("x", 1<<10)))
			}
		},
	} {
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { reply(w) }))
		if _, err := osrm.New(s.URL).Minutes(t.Context(), two); !errors.Is(err, osrm.ErrAnswer) {
			t.Errorf("%s: %v", name, err)
		}
		s.Close()
		if _, err := osrm.New(s.URL).Minutes(t.Context(), two); err == nil || strings.Contains(err.Error(), "45.1") {
			t.Errorf("no server: %v", err)
		}
	}
}
