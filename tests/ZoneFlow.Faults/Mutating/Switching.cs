using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ZoneFlow.Faults.Mutating;

/// <summary>
/// Writes one file of the core anew so that every mutation stands beside the text it replaces, behind a switch:
/// <c>a &lt; b</c> becomes <c>(MutationSwitch.Is(7) ? (a &lt;= b) : (a &lt; b))</c>. One build then serves all of them.
/// </summary>
internal sealed class Switching(string file, SemanticModel model, Func<int> nextId, IReadOnlySet<int> left, List<Mutation> made) : CSharpSyntaxRewriter
{
    /// <summary>Marks each switch with its number, to find those that do not compile.</summary>
    public const string Mark = "mutation";

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        switch (node)
        {
            case null or AttributeListSyntax or EnumMemberDeclarationSyntax or PatternSyntax or TypeSyntax and not IdentifierNameSyntax or ParameterSyntax or SwitchLabelSyntax
                or BaseObjectCreationExpressionSyntax { Parent: ThrowStatementSyntax or ThrowExpressionSyntax }:
            case FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword):
            case LocalDeclarationStatementSyntax local when local.IsConst:
                return node;
            case ExpressionSyntax expression:
                return Expression(expression);
            case ExpressionStatementSyntax or ContinueStatementSyntax or YieldStatementSyntax or ReturnStatementSyntax { Expression: null }:
                return Statement((StatementSyntax)node);
            default:
                return base.Visit(node);
        }
    }

    private SyntaxNode? Expression(ExpressionSyntax node)
    {
        var inner = (ExpressionSyntax)base.Visit(node)!;
        if (node.Parent is AssignmentExpressionSyntax target && target.Left == node || node.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not 0 }
            || node is IdentifierNameSyntax && node.Parent is not (BinaryExpressionSyntax or IfStatementSyntax or WhileStatementSyntax or ConditionalExpressionSyntax or ReturnStatementSyntax
                or ArrowExpressionClauseSyntax or ParenthesizedExpressionSyntax or WhenClauseSyntax or LambdaExpressionSyntax)
            || IsAfterQuestion(node))
        {
            return inner;
        }

        var declares = Declares(node);
        var switched = false;
        foreach (var (kind, now) in Mutators.Of(node, model).ToList())
        {
            if (declares)
            {
                continue;
            }

            var id = nextId();
            if (left.Contains(id))
            {
                continue;
            }

            Made(id, node, IsInHash(node) ? EquivalentRules.Hash : kind, now.ToString());
            inner = Marked(ConditionalExpression(Is(id), ParenthesizedExpression(now.WithoutTrivia()), Parenthesized(inner)), id);
            switched = true;
        }

        if (declares && node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } logical)
        {
            inner = Neutral(logical, (BinaryExpressionSyntax)inner);
        }

        return switched ? ParenthesizedExpression(inner).WithTriviaFrom(node) : inner;
    }

    // Where names are declared on the way, both sides cannot be written twice: the right side is made to say nothing instead.
    private BinaryExpressionSyntax Neutral(BinaryExpressionSyntax node, BinaryExpressionSyntax inner)
    {
        var id = nextId();
        if (left.Contains(id))
        {
            return inner;
        }

        Made(id, node, "logical", node.Left.ToString());
        var or = node.IsKind(SyntaxKind.LogicalAndExpression);
        ExpressionSyntax on = or ? Is(id) : PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, Is(id));
        return inner.WithRight((ExpressionSyntax)Marked(
            ParenthesizedExpression(BinaryExpression(or ? SyntaxKind.LogicalOrExpression : SyntaxKind.LogicalAndExpression, Parenthesized(inner.Right), on)), id));
    }

    private SyntaxNode? Statement(StatementSyntax node)
    {
        var inner = (StatementSyntax)base.Visit(node)!;
        if (Declares(node) || node.Parent is not (BlockSyntax or SwitchSectionSyntax))
        {
            return inner;
        }

        var id = nextId();
        if (left.Contains(id))
        {
            return inner;
        }

        Made(id, node, IsInHash(node) ? EquivalentRules.Hash : "statement", ";");
        return Marked(
            IfStatement(PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, Is(id)), Block(inner.WithoutTrivia())).WithTriviaFrom(node), id);
    }

    private static bool IsInHash(SyntaxNode node) => node.Ancestors().OfType<MethodDeclarationSyntax>().Any(m => m.Identifier.Text == "GetHashCode");

    private void Made(int id, SyntaxNode node, string kind, string now) => made.Add(new Mutation(
        id, file, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, kind, node.ToString(), now, IsStatic(node)));

    private static bool IsStatic(SyntaxNode node) => node.Ancestors().TakeWhile(a => a is not AnonymousFunctionExpressionSyntax).OfType<EqualsValueClauseSyntax>()
        .Any(v => v.FirstAncestorOrSelf<MemberDeclarationSyntax>() is FieldDeclarationSyntax or PropertyDeclarationSyntax
            && v.FirstAncestorOrSelf<MemberDeclarationSyntax>()!.Modifiers.Any(SyntaxKind.StaticKeyword));

    // What follows "?." has no sense without what stands before it.
    private static bool IsAfterQuestion(ExpressionSyntax node) => node switch
    {
        MemberBindingExpressionSyntax or ElementBindingExpressionSyntax => true,
        InvocationExpressionSyntax call => IsAfterQuestion(call.Expression),
        MemberAccessExpressionSyntax member => IsAfterQuestion(member.Expression),
        ElementAccessExpressionSyntax element => IsAfterQuestion(element.Expression),
        PostfixUnaryExpressionSyntax sure => IsAfterQuestion(sure.Operand),
        ConditionalAccessExpressionSyntax access => IsAfterQuestion(access.Expression),
        _ => false,
    };

    private static bool Declares(SyntaxNode node) => node.DescendantNodesAndSelf(n => n is not AnonymousFunctionExpressionSyntax)
        .Any(n => n is SingleVariableDesignationSyntax || n is DeclarationExpressionSyntax);

    private static ExpressionSyntax Parenthesized(ExpressionSyntax node) => ParenthesizedExpression(node.WithoutTrivia());

    private static InvocationExpressionSyntax Is(int id) => (InvocationExpressionSyntax)ParseExpression($"global::ZoneFlow.Core.MutationSwitch.Is({id})");

    private static T Marked<T>(T node, int id)
        where T : SyntaxNode => node.WithAdditionalAnnotations(new SyntaxAnnotation(Mark, $"{id}"));
}
