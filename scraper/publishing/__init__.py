"""Publishing: what goes out of the catalogue. Everything here can be thrown away and made anew."""
