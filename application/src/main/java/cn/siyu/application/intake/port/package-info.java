/// The inbox (收件箱) of raw channel events.
@NullMarked
package cn.siyu.application.intake.port;

import org.jspecify.annotations.NullMarked;
