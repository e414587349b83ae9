return require "circle-a"
