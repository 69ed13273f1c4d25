/// The check of a corp's configuration before anything depends on it: `./dev doctor --wecom`.
///
/// [WeComDoctor] looks at one app by calls that change nothing and says of each what to do. It
/// tells error codes and their texts, and never a secret.
@NullMarked
package cn.siyu.adapter.wecom.doctor;

import org.jspecify.annotations.NullMarked;
