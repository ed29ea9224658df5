using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ZoneFlow.Faults.Mutating;

/// <summary>What may be written instead of an expression. The list is that of the usual mutation tools; texts for people are left alone.</summary>
internal static class Mutators
{
    private static readonly Dictionary<SyntaxKind, SyntaxKind[]> Binary = new()
    {
        [SyntaxKind.AddExpression] = [SyntaxKind.SubtractExpression],
        [SyntaxKind.SubtractExpression] = [SyntaxKind.AddExpression],
        [SyntaxKind.MultiplyExpression] = [SyntaxKind.DivideExpression],
        [SyntaxKind.DivideExpression] = [SyntaxKind.MultiplyExpression],
        [SyntaxKind.ModuloExpression] = [SyntaxKind.MultiplyExpression],
        [SyntaxKind.LessThanExpression] = [SyntaxKind.LessThanOrEqualExpression, SyntaxKind.GreaterThanExpression],
        [SyntaxKind.LessThanOrEqualExpression] = [SyntaxKind.LessThanExpression, SyntaxKind.GreaterThanExpression],
        [SyntaxKind.GreaterThanExpression] = [SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.LessThanExpression],
        [SyntaxKind.GreaterThanOrEqualExpression] = [SyntaxKind.GreaterThanExpression, SyntaxKind.LessThanExpression],
        [SyntaxKind.EqualsExpression] = [SyntaxKind.NotEqualsExpression],
        [SyntaxKind.NotEqualsExpression] = [SyntaxKind.EqualsExpression],
        [SyntaxKind.LogicalAndExpression] = [SyntaxKind.LogicalOrExpression],
        [SyntaxKind.LogicalOrExpression] = [SyntaxKind.LogicalAndExpression],
    };

    private static readonly Dictionary<SyntaxKind, SyntaxKind> Tokens = new()
    {
        [SyntaxKind.SubtractExpression] = SyntaxKind.MinusToken,
        [SyntaxKind.AddExpression] = SyntaxKind.PlusToken,
        [SyntaxKind.DivideExpression] = SyntaxKind.SlashToken,
        [SyntaxKind.MultiplyExpression] = SyntaxKind.AsteriskToken,
        [SyntaxKind.LessThanExpression] = SyntaxKind.LessThanToken,
        [SyntaxKind.LessThanOrEqualExpression] = SyntaxKind.LessThanEqualsToken,
        [SyntaxKind.GreaterThanExpression] = SyntaxKind.GreaterThanToken,
        [SyntaxKind.GreaterThanOrEqualExpression] = SyntaxKind.GreaterThanEqualsToken,
        [SyntaxKind.EqualsExpression] = SyntaxKind.EqualsEqualsToken,
        [SyntaxKind.NotEqualsExpression] = SyntaxKind.ExclamationEqualsToken,
        [SyntaxKind.LogicalAndExpression] = SyntaxKind.AmpersandAmpersandToken,
        [SyntaxKind.LogicalOrExpression] = SyntaxKind.BarBarToken,
    };

    private static readonly Dictionary<string, string> Calls = new(StringComparer.Ordinal)
    {
        ["Any"] = "All", ["All"] = "Any", ["First"] = "Last", ["Last"] = "First", ["FirstOrDefault"] = "LastOrDefault", ["LastOrDefault"] = "FirstOrDefault",
        ["Min"] = "Max", ["Max"] = "Min", ["MinBy"] = "MaxBy", ["MaxBy"] = "MinBy", ["OrderBy"] = "OrderByDescending", ["OrderByDescending"] = "OrderBy",
        ["ThenBy"] = "ThenByDescending", ["Order"] = "OrderDescending", ["Skip"] = "Take", ["Take"] = "Skip", ["SkipWhile"] = "TakeWhile",
        ["TakeWhile"] = "SkipWhile", ["Append"] = "Prepend", ["Concat"] = "Except", ["Except"] = "Concat", ["Union"] = "Intersect",
        ["StartsWith"] = "EndsWith", ["EndsWith"] = "StartsWith",
    };

    private static readonly HashSet<string> Dropped = ["Where", "Distinct", "Reverse", "Trim"];

    /// <summary>What may stand in an expression's place, with the mutator's name.</summary>
    public static IEnumerable<(string Kind, ExpressionSyntax Now)> Of(ExpressionSyntax node, SemanticModel model)
    {
        switch (node)
        {
            case BinaryExpressionSyntax binary when Binary.TryGetValue(node.Kind(), out var others) && IsFit(binary, model):
                return others.Select(o => (Name(node.Kind()), (ExpressionSyntax)BinaryExpression(o, binary.Left, Token(Tokens[o]), binary.Right)));
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce when coalesce.Right is not ThrowExpressionSyntax:
                return [("coalesce", coalesce.Right)];
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression }:
                return [("boolean", LiteralExpression(SyntaxKind.FalseLiteralExpression))];
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression }:
                return [("boolean", LiteralExpression(SyntaxKind.TrueLiteralExpression))];
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                return [("negation", not.Operand)];
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus:
                return [("arithmetic", minus.Operand)];
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } up:
                return [("update", PostfixUnaryExpression(SyntaxKind.PostDecrementExpression, up.Operand))];
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostDecrementExpression } down:
                return [("update", PostfixUnaryExpression(SyntaxKind.PostIncrementExpression, down.Operand))];
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } add when IsNumber(add.Left, model):
                return [("update", AssignmentExpression(SyntaxKind.SubtractAssignmentExpression, add.Left, add.Right))];
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SubtractAssignmentExpression } take when IsNumber(take.Left, model):
                return [("update", AssignmentExpression(SyntaxKind.AddAssignmentExpression, take.Left, take.Right))];
            case IsPatternExpressionSyntax or InvocationExpressionSyntax when IsCondition(node, model):
                return [("negation", PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, ParenthesizedExpression(node))), .. Called(node, model)];
            case InvocationExpressionSyntax:
                return Called(node, model);
            case MemberAccessExpressionSyntax or IdentifierNameSyntax when IsCondition(node, model):
                return [("negation", PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, ParenthesizedExpression(node)))];
            case ConditionalExpressionSyntax choice:
                return [("choice", ConditionalExpression(choice.Condition, choice.WhenFalse, choice.WhenTrue))];
            case WithExpressionSyntax with when with.Initializer.Expressions.Count > 0:
                return [("with", with.Expression)];
            case CollectionExpressionSyntax { Elements.Count: > 0 }:
                return [("collection", CollectionExpression())];
            default:
                return [];
        }
    }

    private static IEnumerable<(string, ExpressionSyntax)> Called(ExpressionSyntax node, SemanticModel model)
    {
        if (node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } member } call)
        {
            yield break;
        }

        if (Calls.TryGetValue(name.Identifier.Text, out var other))
        {
            yield return (IsByUniqueKey(call, model) ? EquivalentRules.UniqueKey : "call", call.WithExpression(member.WithName(IdentifierName(other))));
        }

        if (Dropped.Contains(name.Identifier.Text))
        {
            yield return ("call", member.Expression);
        }
    }

    // First(x => x.Id == id): an id, a rule's name or an item's key. A procedure's name and key are not unique by themselves.
    private static bool IsByUniqueKey(InvocationExpressionSyntax call, SemanticModel model) =>
        call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "First" or "Last" or "FirstOrDefault" or "LastOrDefault" }, ArgumentList.Arguments: [{ Expression: SimpleLambdaExpressionSyntax lambda }] }
        && lambda.Body is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Left: MemberAccessExpressionSyntax left }
        && left.DescendantNodes().OfType<IdentifierNameSyntax>().First().Identifier.Text == lambda.Parameter.Identifier.Text
        && model.GetSymbolInfo(left).Symbol is { ContainingType: { } owner } member
        && (member.Name, owner.Name) switch
        {
            ("Id", _) or ("Key", "Item") => true,
            ("Name", _) => owner.ContainingNamespace.Name == "Policies",
            _ => false,
        };

    private static string Name(SyntaxKind kind) => kind switch
    {
        SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression => "logical",
        SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression => "arithmetic",
        _ => "comparison",
    };

    private static bool IsFit(BinaryExpressionSyntax binary, SemanticModel model) =>
        Name(binary.Kind()) != "arithmetic" || (IsNumber(binary.Left, model) && IsNumber(binary.Right, model));

    private static bool IsNumber(ExpressionSyntax node, SemanticModel model) => model.GetTypeInfo(node).Type?.SpecialType
        is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_UInt64;

    // A condition that is no comparison: it is turned round where it is asked.
    private static bool IsCondition(ExpressionSyntax node, SemanticModel model) =>
        model.GetTypeInfo(node).Type?.SpecialType == SpecialType.System_Boolean
        && node.Parent is not (PrefixUnaryExpressionSyntax or ParenthesizedExpressionSyntax { Parent: PrefixUnaryExpressionSyntax } or MemberAccessExpressionSyntax
            or AssignmentExpressionSyntax or NameColonSyntax or BaseExpressionColonSyntax or SubpatternSyntax or InvocationExpressionSyntax or ExpressionStatementSyntax or QualifiedNameSyntax
            or MemberBindingExpressionSyntax or ConditionalAccessExpressionSyntax or ElementBindingExpressionSyntax)
        && node.Parent is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression };
}
