package models_test

import (
	"context"
	"fmt"
	"os"
	"testing"

	"github.com/maillage-dime/maillage/models/storetest"
)

func TestMain(m *testing.M) {
	if task := os.Getenv(burstVariable); task != "" {
		fmt.Fprintln(os.Stderr, burst(context.Background(), task))
		os.Exit(1)
	}
	os.Exit(storetest.Main(m))
}
