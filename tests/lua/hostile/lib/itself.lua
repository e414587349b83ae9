local me = require "itself"
return me
