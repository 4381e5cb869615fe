namespace ContactCenter.WebFunction;

/// <summary>What a deployment tells the console beside what it tells every function.</summary>
/// <param name="variables">Gives the value of a variable, or null.</param>
internal sealed class ConsoleEnvironment(Func<string, string?> variables)
{
    /// <summary><c>CONSOLE_HOST</c>: the host by which browsers reach the console; any other is refused.</summary>
    public string Host => Required("CONSOLE_HOST", "the host by which browsers reach the console");

    /// <summary><c>CONSOLE_CLIENT</c>: the client by which people sign in.</summary>
    public string Client => Required("CONSOLE_CLIENT", "the id of the client by which people sign in");

    /// <summary><c>CONSOLE_KEY_ARN</c>: the key of AWS KMS by which the keys of cookies and forms are sealed.</summary>
    public string Key => Required("CONSOLE_KEY_ARN", "the ARN of the key by which keys of cookies are sealed");

    /// <summary><c>USER_POOL_ID</c>: the deployed pool, where people are looked up; or null.</summary>
    public string? Pool => Optional("USER_POOL_ID");

    /// <summary><c>SIGN_OUT_URL</c>: where the session of the deployed pool is ended; or null.</summary>
    public Uri? SignOut => Optional("SIGN_OUT_URL") is { } text ? new Uri(text, UriKind.Absolute) : null;

    private string Required(string variable, string meaning) =>
        Optional(variable) ?? throw new InvalidOperationException($"the environment variable {variable} is not set; it must be {meaning}");

    private string? Optional(string variable) => variables(variable) is { Length: > 0 } value ? value : null;
}
