using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>What a project can get wrong, each said where it is wrong.</summary>
internal static class Problems
{
    private const string Category = "Amazon.Lambda.Annotations";

    public static readonly DiagnosticDescriptor BadFunction = Error(
        "LAMBDA001", "Not a function", "{0} cannot be a Lambda function: {1}");

    public static readonly DiagnosticDescriptor NoSerializer = Error(
        "LAMBDA002",
        "No serializer",
        "No serializer is named for the event and the answer of {0}: add [assembly: LambdaSerializer(typeof(...))]");

    public static readonly DiagnosticDescriptor NoStartup = Error(
        "LAMBDA003",
        "No startup class",
        "{0} takes parameters from the service provider, but no class with [LambdaStartup] says what is in it");

    public static readonly DiagnosticDescriptor ManyStartups = Error(
        "LAMBDA004", "Several startup classes", "One class may have [LambdaStartup]; these have: {0}");

    public static readonly DiagnosticDescriptor SameName = Error(
        "LAMBDA005",
        "Functions of one name",
        "{0} functions are named {1}, and ANNOTATIONS_HANDLER could not tell them apart; rename all but one");

    public static readonly DiagnosticDescriptor NotExecutable = Error(
        "LAMBDA006",
        "Main in a library",
        "GenerateMain is set, but the project is a library; set <OutputType>Exe</OutputType>");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true);
}
