/// What users point at on the web, fetched with care (外部文件): the files of their materials.
///
/// [cn.siyu.adapter.web.WebFileSources] fetches; [cn.siyu.adapter.web.OpenAddresses] says to which
/// machines it may go at all. A name is resolved once, every address it has is looked at, and the
/// connection is made to what was looked at: a name that is resolved again could lead somewhere
/// else by then.
@NullMarked
package cn.siyu.adapter.web;

import org.jspecify.annotations.NullMarked;
