/// Who an account is for its customers (人设): name, voice, topics, moments calendar, and what it
/// never says.
///
/// [Persona] checks texts against itself: a forbidden claim is refused, a text off its topics is
/// warned of. [PersonaAdvice] says which kind of figure suits an industry and a size.
@NullMarked
package cn.siyu.domain.channel.persona;

import org.jspecify.annotations.NullMarked;
