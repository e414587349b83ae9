return require 'facts_test'
