/// The WeCom channel (企业微信): the client of the official API, the callback endpoint, translation to and from the domain.
@NullMarked
package cn.siyu.adapter.wecom;

import org.jspecify.annotations.NullMarked;
