package cn.siyu.adapter.persistence.planted;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;

/// Planted: a door where nobody guards one. It never opens, since no test sets the property.
@Controller("/planted")
@Requires(property = "siyu.planted.side-door")
final class SideDoor {}
