using SiteGen.Text;

namespace SiteGen.Templating.Operators;

/// <summary>Where an operator and its right operand stand, for messages.</summary>
internal readonly record struct OperatorSite(BinaryOperator Operation, TextSpan Span, TextSpan Right);
