/// What the core needs from outside to keep facts about customers and to add them up.
@NullMarked
package cn.siyu.application.insight.port;

import org.jspecify.annotations.NullMarked;
