package cn.siyu.adapter.http.query;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names query parameters of a route that are not arguments of its method. All others are refused.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Takes {
    /// Says that a [Listing] checks the parameters.
    String LISTING = "*";

    String[] value();
}
