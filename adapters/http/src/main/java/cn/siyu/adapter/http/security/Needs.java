package cn.siyu.adapter.http.security;

import cn.siyu.application.brand.Scope;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Which scopes a key needs to call a route: all of those named. None means that any valid key will
/// do.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
    Scope[] value();
}
