using System.Runtime.InteropServices;
using System.Text;

namespace SiteGen.Pipeline.ImageProcessing;

/// <summary>Variables of the environment as native code sees them, which are others than those of .NET once the program runs.</summary>
internal static class NativeVariables
{
    /// <summary>Sets a variable, with the function of GLib that libvips comes with. Before other threads use the library.</summary>
    /// <param name="library">The library.</param>
    /// <param name="name">The variable.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether there is such a function.</returns>
    public static unsafe bool Set(nint library, string name, string value)
    {
        if (!NativeLibrary.TryGetExport(library, "g_setenv", out var address))
        {
            return false;
        }

        // gboolean g_setenv (const gchar *variable, const gchar *value, gboolean overwrite)
        var setVariable = (delegate* unmanaged[Cdecl]<byte*, byte*, int, int>)address;
        fixed (byte* key = Encoding.UTF8.GetBytes(name + "\0"), text = Encoding.UTF8.GetBytes(value + "\0"))
        {
            return setVariable(key, text, 1) != 0;
        }
    }
}
