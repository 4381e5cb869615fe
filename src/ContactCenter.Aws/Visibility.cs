using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("ContactCenter.Aws.Tests")]
