-- refused 2: '_ENV' is not available to rules
_ENV = { count = 0 }
return {}
