package cn.siyu.domain.brand.planted;

import java.net.URI;
import java.net.URL;

/// Planted: an address as a value is allowed, an address that can be opened is not.
final class OpensAUrl {
    URL door(URI address) throws java.net.MalformedURLException {
        return address.toURL();
    }
}
