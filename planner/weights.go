package planner

import (
	"encoding/json"
	"fmt"
)

// Weights are the soft weights by term. The zero value is not the defaults: see [DefaultWeights].
type Weights [TermCount]int64

// DefaultWeights returns the weights of the model's table.
func DefaultWeights() Weights {
	var w Weights
	for t := range TermCount {
		w[t] = t.DefaultWeight()
	}
	return w
}

// MarshalJSON writes an object with every term by name.
func (w Weights) MarshalJSON() ([]byte, error) {
	named := make(map[string]int64, TermCount)
	for t := range TermCount {
		named[t.String()] = w[t]
	}
	return json.Marshal(named)
}

// UnmarshalJSON reads an object of weights by name; a missing name has its default, an unknown one is an error.
func (w *Weights) UnmarshalJSON(b []byte) error {
	var named map[string]int64
	if err := json.Unmarshal(b, &named); err != nil {
		return err
	}
	*w = DefaultWeights()
	for t := range TermCount {
		if v, ok := named[t.String()]; ok {
			w[t] = v
			delete(named, t.String())
		}
	}
	for name := range named {
		return fmt.Errorf("unknown weight %q", name)
	}
	return nil
}
