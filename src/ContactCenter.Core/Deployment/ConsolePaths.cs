namespace ContactCenter.Core.Deployment;

/// <summary>Paths of the console that the issuer of tokens is told at the deployment, and answers with.</summary>
public static class ConsolePaths
{
    /// <summary>Where the issuer sends people back to when they have signed in.</summary>
    public const string SignedIn = "/signed-in";

    /// <summary>Where nobody has to be known: it says that one has signed out, and how to sign in again.</summary>
    public const string SignedOut = "/signed-out";
}
