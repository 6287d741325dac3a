"""What an SVG of a copy may hold, and what is left out of it or refused."""

from __future__ import annotations

SVG, XLINK, XML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"
XHTML = "http://www.w3.org/1999/xhtml"


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


ELEMENTS = _names(
    "svg g defs symbol use switch path rect circle ellipse line polyline polygon text tspan textPath image title desc "
    "style linearGradient radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix "
    "feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow "
    "feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset "
    "fePointLight feSpecularLighting feSpotLight feTile feTurbulence"
)
WITH_TEXT = frozenset({"text", "tspan", "textPath", "title", "desc", "style"})
# No browser shows these: notes of editors, fonts in SVG, and drafts of SVG that came to nothing.
UNSEEN = _names(
    "metadata view cursor color-profile font font-face glyph missing-glyph hkern vkern altGlyphDef flowRoot flowRegion "
    "flowPara flowDiv flowSpan solidcolor solidColor meshgradient mesh hatch"
)
CAN_RUN, MOVES, FETCHES = "can run", "moves", "loads something else"
REFUSED = {
    "script": CAN_RUN,
    "handler": CAN_RUN,
    "listener": CAN_RUN,
    "foreignObject": "holds a page rather than a picture",
    "animate": MOVES,
    "animateColor": MOVES,
    "animateMotion": MOVES,
    "animateTransform": MOVES,
    "set": MOVES,
    "discard": MOVES,
    "iframe": FETCHES,
    "audio": FETCHES,
    "video": FETCHES,
    "tref": FETCHES,
}

# What CSS may set too.
SVG_PROPERTIES = _names(
    "alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters "
    "color-rendering direction display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity "
    "font font-family font-size font-size-adjust font-stretch font-style font-variant font-weight image-rendering "
    "isolation kerning letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask "
    "mask-type mix-blend-mode opacity overflow paint-order pointer-events shape-rendering stop-color stop-opacity "
    "stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity "
    "stroke-width text-align text-anchor text-decoration text-indent text-rendering text-transform transform "
    "transform-box transform-origin unicode-bidi vector-effect visibility white-space width height word-spacing "
    "writing-mode x y cx cy r rx ry"
)
SVG_ATTRIBUTES = SVG_PROPERTIES | _names(
    "id class style viewBox preserveAspectRatio version x1 y1 x2 y2 fx fy fr d points dx dy rotate pathLength "
    "textLength lengthAdjust startOffset method spacing side offset gradientUnits gradientTransform spreadMethod "
    "patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits markerUnits "
    "markerWidth markerHeight refX refY orient filterUnits primitiveUnits systemLanguage in in2 result mode type "
    "values operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode preserveAlpha surfaceScale "
    "diffuseConstant specularConstant specularExponent kernelUnitLength scale xChannelSelector yChannelSelector "
    "azimuth elevation pointsAtX pointsAtY pointsAtZ limitingConeAngle z stdDeviation radius baseFrequency numOctaves "
    "seed stitchTiles tableValues slope intercept amplitude exponent role aria-label aria-hidden lang"
)
# Not read as CSS by any browser.
NOT_CSS = _names("d points id class role aria-label aria-hidden lang")
FUNCTIONS = _names(
    "rgb rgba hsl hsla matrix translate translatex translatey scale scalex scaley rotate skewx skewy calc blur "
    "brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia rect inset circle ellipse "
    "polygon"
)
PICTURES = frozenset({"image", "feImage"})

# What Adobe Illustrator calls the namespaces of its own, also in files that lost the declarations.
ILLUSTRATOR = {
    "ns_svg": SVG,
    "ns_xlink": XLINK,
    "ns_ai": "http://ns.adobe.com/AdobeIllustrator/10.0/",
    "ns_extend": "http://ns.adobe.com/Extensibility/1.0/",
    "ns_graphs": "http://ns.adobe.com/Graphs/1.0/",
    "ns_vars": "http://ns.adobe.com/Variables/1.0/",
    "ns_imrep": "http://ns.adobe.com/ImageReplacement/1.0/",
    "ns_sfw": "http://ns.adobe.com/SaveForWeb/1.0/",
    "ns_custom": "http://ns.adobe.com/GenericCustomNamespace/1.0/",
    "ns_adobe_xpath": "http://ns.adobe.com/XPath/1.0/",
    "ns_flows": "http://ns.adobe.com/Flows/1.0/",
}
