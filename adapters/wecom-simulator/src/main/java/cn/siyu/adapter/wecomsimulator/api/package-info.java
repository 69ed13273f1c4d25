/// The endpoints of the platform's API, one class per family. Each gives its list of
/// [cn.siyu.adapter.wecomsimulator.wire.Endpoint]s; [WeComApi] puts the families together. A
/// handler checks everything first, throws the platform's error if something is wrong, and changes
/// the corp only afterwards. Changes made here raise no callback, as on the platform.
@NullMarked
package cn.siyu.adapter.wecomsimulator.api;

import org.jspecify.annotations.NullMarked;
