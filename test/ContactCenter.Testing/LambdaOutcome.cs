namespace ContactCenter.Testing;

/// <summary>What a function posted for an invocation, or for its initialisation.</summary>
/// <param name="RequestId">Of the invocation; empty for the initialisation.</param>
/// <param name="Succeeded">Whether it is a response, not an error.</param>
/// <param name="Body">The response or the error report.</param>
/// <param name="ContentType">Of the body.</param>
/// <param name="ErrorType">The header Lambda-Runtime-Function-Error-Type; null for a response.</param>
public sealed record LambdaOutcome(string RequestId, bool Succeeded, string Body, string? ContentType, string? ErrorType);
