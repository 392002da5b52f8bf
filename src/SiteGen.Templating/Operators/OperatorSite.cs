using SiteGen.Text;

namespace SiteGen.Templating.Operators;

/// <summary>The spans of an operator and its right operand, for messages.</summary>
internal readonly record struct OperatorSite(BinaryOperator Operation, TextSpan Span, TextSpan Right);
